package io.falconet.space.catalog;

import io.falconet.space.block.Block;
import io.falconet.space.block.gsconv.GsBottleneck;
import io.falconet.space.block.gsconv.GsConv;
import io.falconet.space.block.gsconv.GsConvE;
import io.falconet.space.block.gsconv.GsShortcut;
import io.falconet.space.block.gsconv.GsShuffle;
import io.falconet.space.block.gsconv.VovGsCsp;
import io.falconet.space.graph.Activation;
import java.util.Arrays;
import java.util.Optional;

/** GSConv and its blocks (Li et al., 2022), as their authors publish them in three places. */
final class GsConvBlocks implements CatalogFamily {
    private static final Activation MISH = Activation.MISH;

    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        return Arrays.stream(Place.values())
                .filter(place -> place.variant.equals(call.variant()))
                .findFirst()
                .map(place -> block(place, call))
                .map(CatalogEntry::block);
    }

    /** The block; null if it is none of these. */
    private static Block block(Place place, AuthorsCall call) {
        int channels = call.number(1, "c2", 0);
        int kernel = call.number(2, "k", 1);
        int stride = call.number(3, "s", 1);
        Optional<Activation> function = call.flag(5, "act", true) ? Optional.of(MISH) : Optional.empty();
        return switch (call.block()) {
            case "GSConv" -> new GsConv(channels, kernel, stride, place.shuffle, function);
            case "GSConvE" -> new GsConvE(channels, kernel, stride, function);
            case "GSBottleneck" -> bottleneck(place, call, GsShortcut.DENSE);
            case "GSBottleneckC" -> bottleneck(place, call, place.cheap(call.number(2, "k", 3)));
            case "VoVGSCSP" -> place.vov(channels, call.number(2, "n", 1));
            case "VoVGSCSPC" -> new VovGsCsp(channels, 1, true, place.cheap(1), place.shuffle, MISH, true);
            default -> null;
        };
    }

    /** Only the fork of YOLOv5 lets the inner width be chosen; the second kernel is 3x3 whatever is asked for. */
    private static Block bottleneck(Place place, AuthorsCall call, GsShortcut shortcut) {
        int channels = call.number(1, "c2", 0);
        int hidden = (int) (channels * call.fraction(4, "e", 0.5));
        return new GsBottleneck(hidden, channels, 3, shortcut, place.shuffle, MISH);
    }

    /** Where the authors publish the blocks, and what differs there. */
    private enum Place {
        YOLOV5("gsconv-yolov5", GsShuffle.EVEN_THEN_ODD),
        SCALED_YOLOV4("gsconv-scaled-yolov4", GsShuffle.EVEN_THEN_ODD),
        PAPER("inPaper", GsShuffle.INTERLEAVED);

        private final String variant;
        private final GsShuffle shuffle;

        Place(String variant, GsShuffle shuffle) {
            this.variant = variant;
            this.shuffle = shuffle;
        }

        /** The shortcut of the cheap bottleneck that is given that kernel. */
        GsShortcut cheap(int kernel) {
            return GsShortcut.depthwise(this == YOLOV5 ? kernel : 3);
        }

        /** Only the fork of YOLOv5 repeats bottlenecks, and has them wide. */
        VovGsCsp vov(int channels, int depth) {
            return this == YOLOV5
                    ? new VovGsCsp(channels, depth, false, shuffle, MISH).published()
                    : new VovGsCsp(channels, 1, true, shuffle, MISH).published();
        }
    }
}
