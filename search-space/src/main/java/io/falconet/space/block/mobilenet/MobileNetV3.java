package io.falconet.space.block.mobilenet;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.NumberedUnit;
import io.falconet.space.block.RoundedWidth;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * MobileNetV3 (Howard et al., 2019) with the widths of its PyTorch reimplementation: a stem of stride 2 and a row of
 * {@linkplain InvertedResidual inverted residuals}. Gives the last map of each stride: 2, 4, 8, 16 and 32.
 *
 * @param size which of the two
 * @param width by which all channels are multiplied before they are rounded to a multiple of 8
 */
public record MobileNetV3(Size size, double width) implements Backbone {
    private static final int DIVISOR = 8;
    private static final int STEM = 16;

    /** The two searched networks. */
    public enum Size {
        SMALL(List.of(
                row(3, 1, 16, true, false, 2),
                row(3, 4.5, 24, false, false, 2),
                row(3, 3.67, 24, false, false, 1),
                row(5, 4, 40, true, true, 2),
                row(5, 6, 40, true, true, 1),
                row(5, 6, 40, true, true, 1),
                row(5, 3, 48, true, true, 1),
                row(5, 3, 48, true, true, 1),
                row(5, 6, 96, true, true, 2),
                row(5, 6, 96, true, true, 1),
                row(5, 6, 96, true, true, 1))),
        LARGE(List.of(
                row(3, 1, 16, false, false, 1),
                row(3, 4, 24, false, false, 2),
                row(3, 3, 24, false, false, 1),
                row(5, 3, 40, true, false, 2),
                row(5, 3, 40, true, false, 1),
                row(5, 3, 40, true, false, 1),
                row(3, 6, 80, false, true, 2),
                row(3, 2.5, 80, false, true, 1),
                row(3, 2.3, 80, false, true, 1),
                row(3, 2.3, 80, false, true, 1),
                row(3, 6, 112, true, true, 1),
                row(3, 6, 112, true, true, 1),
                row(5, 6, 160, true, true, 2),
                row(5, 6, 160, true, true, 1),
                row(5, 6, 160, true, true, 1)));

        private final List<Row> rows;

        Size(List<Row> rows) {
            this.rows = rows;
        }

        private static Row row(int kernel, double expansion, int channels, boolean gated, boolean swish, int stride) {
            return new Row(kernel, expansion, channels, gated, swish, stride);
        }
    }

    /** A row of the paper's table: a block at width 1. */
    private record Row(int kernel, double expansion, int channels, boolean gated, boolean swish, int stride) {}

    @Override
    public List<Node> append(NetworkBuilder network, Node image) {
        Conv stem = Conv.dense(rounded(STEM * width), 3, 2);
        Node map = NumberedUnit.of(0, stem, Activation.HARD_SWISH).append(network.scope("features.0"), image);
        List<Node> maps = new ArrayList<>();
        for (int i = 0; i < size.rows.size(); i++) {
            Row row = size.rows.get(i);
            if (row.stride() > 1) {
                maps.add(map);
            }
            map = block(row, map.shape().channels()).append(network.scope("features." + (i + 1)), map);
        }
        maps.add(map);
        return maps;
    }

    private InvertedResidual block(Row row, int inChannels) {
        return new InvertedResidual(
                rounded(inChannels * row.expansion()),
                rounded(row.channels() * width),
                row.kernel(),
                row.stride(),
                row.gated(),
                row.swish() ? Activation.HARD_SWISH : Activation.RELU);
    }

    /** Channels inside the last block, which classifiers widen to. */
    public int lastHidden() {
        List<Row> rows = size.rows;
        Row last = rows.get(rows.size() - 1);
        Row before = rows.get(rows.size() - 2);
        return block(last, rounded(before.channels() * width)).hidden();
    }

    private static int rounded(double channels) {
        return RoundedWidth.of(channels, DIVISOR);
    }
}
