package io.falconet.space.catalog;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.yolo.Bottleneck;
import io.falconet.space.block.yolo.BottleneckCsp;
import io.falconet.space.block.yolo.C3;
import io.falconet.space.block.yolo.DwConv;
import io.falconet.space.block.yolo.Focus;
import io.falconet.space.block.yolo.Spp;
import io.falconet.space.block.yolo.Sppf;
import io.falconet.space.block.yolo.YoloGhostBottleneck;
import io.falconet.space.block.yolo.YoloGhostConv;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import java.util.List;
import java.util.Optional;

/** YOLOv5's blocks, from its release 7; and {@code seed004}, a text that gives C3Ghost again under another name. */
final class YoloV5Blocks implements CatalogFamily {
    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        return switch (call.variant()) {
            case "yolov5", "seed004" ->
                Optional.ofNullable(new Arguments(call).block()).map(CatalogEntry::block);
            default -> Optional.empty();
        };
    }

    /** The arguments of the authors' constructors, of which the first is the input's channels. */
    private record Arguments(AuthorsCall call) {
        private static final Activation SILU = Activation.SILU;

        /** The block; null if it is none of these. */
        Block block() {
            return switch (call.block()) {
                case "Conv" -> conv();
                case "DWConv" -> new DwConv(channels(), kernel(1), stride(), function(5));
                case "Focus" -> new Focus(conv());
                case "Bottleneck" ->
                    new Bottleneck(channels(), hidden(4), call.flag(2, "shortcut", true), call.number(3, "g", 1), SILU);
                case "BottleneckCSP" ->
                    new BottleneckCsp(channels(), hidden(5), depth(), shortcut(), groups(), SILU, SILU);
                case "C3" -> c3(Bottleneck.wide(hidden(5), shortcut(), groups(), SILU));
                case "C3Ghost", "ghostC3" -> c3(new YoloGhostBottleneck(hidden(5), 3, 1, SILU));
                case "GhostConv" -> new YoloGhostConv(channels(), kernel(1), stride(), function(5));
                case "GhostBottleneck" -> new YoloGhostBottleneck(channels(), kernel(3), stride(), SILU);
                case "SPP" -> new Spp(channels(), call.numbers(2, "k", List.of(5, 9, 13)), SILU);
                case "SPPF" -> new Sppf(channels(), kernel(5), SILU);
                default -> null;
            };
        }

        private ConvUnit conv() {
            int padding = call.number(4, "p", kernel(1) / 2);
            return new ConvUnit(
                    new Conv(channels(), kernel(1), stride(), padding, call.number(5, "g", 1), false), function(7));
        }

        private C3 c3(Block inner) {
            return new C3(channels(), hidden(5), inner, depth(), SILU);
        }

        private int channels() {
            return call.number(1, "c2", 0);
        }

        private int kernel(int otherwise) {
            return call.number(2, "k", otherwise);
        }

        private int stride() {
            return call.number(3, "s", 1);
        }

        private int depth() {
            return call.number(2, "n", 1);
        }

        private boolean shortcut() {
            return call.flag(3, "shortcut", true);
        }

        private int groups() {
            return call.number(4, "g", 1);
        }

        private int hidden(int position) {
            return (int) (channels() * call.fraction(position, "e", 0.5));
        }

        private Optional<Activation> function(int position) {
            return call.flag(position, "act", true) ? Optional.of(SILU) : Optional.empty();
        }
    }
}
