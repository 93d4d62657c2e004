package io.falconet.space.block.ghost;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.RoundedWidth;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * GhostNet (Han et al., 2020): a stem of stride 2 and 16 {@linkplain GhostBottleneck ghost bottlenecks}. Gives the last map
 * of each stride: 2, 4, 8, 16 and 32.
 *
 * @param width by which all channels are multiplied before they are rounded to a multiple of 4
 */
public record GhostNet(double width) implements Backbone {
    private static final int DIVISOR = 4;
    private static final int STEM = 16;

    /** The paper's table: stages of bottlenecks at width 1. */
    private static final List<List<Row>> STAGES = List.of(
            List.of(row(3, 16, 16, false, 1)),
            List.of(row(3, 48, 24, false, 2)),
            List.of(row(3, 72, 24, false, 1)),
            List.of(row(5, 72, 40, true, 2)),
            List.of(row(5, 120, 40, true, 1)),
            List.of(row(3, 240, 80, false, 2)),
            List.of(
                    row(3, 200, 80, false, 1),
                    row(3, 184, 80, false, 1),
                    row(3, 184, 80, false, 1),
                    row(3, 480, 112, true, 1),
                    row(3, 672, 112, true, 1)),
            List.of(row(5, 672, 160, true, 2)),
            List.of(
                    row(5, 960, 160, false, 1),
                    row(5, 960, 160, true, 1),
                    row(5, 960, 160, false, 1),
                    row(5, 960, 160, true, 1)));

    private record Row(int kernel, int hidden, int channels, boolean gated, int stride) {}

    private static Row row(int kernel, int hidden, int channels, boolean gated, int stride) {
        return new Row(kernel, hidden, channels, gated, stride);
    }

    @Override
    public List<Node> append(NetworkBuilder network, Node image) {
        Node stem = network.add("conv_stem", Conv.dense(rounded(STEM), 3, 2), image);
        Node map = network.add("act1", new Activate(Activation.RELU), network.norm("bn1", stem));
        List<Node> maps = new ArrayList<>();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            List<Row> rows = STAGES.get(stage);
            if (rows.get(0).stride() > 1) {
                maps.add(map);
            }
            for (int i = 0; i < rows.size(); i++) {
                map = block(rows.get(i)).append(network.scope("blocks." + stage + "." + i), map);
            }
        }
        maps.add(map);
        return maps;
    }

    private GhostBottleneck block(Row row) {
        return new GhostBottleneck(
                rounded(row.hidden()),
                rounded(row.channels()),
                row.kernel(),
                row.stride(),
                3,
                row.gated(),
                Activation.RELU);
    }

    /** How many stages of bottlenecks there are. */
    public static int stages() {
        return STAGES.size();
    }

    /** Channels inside the last bottleneck, which classifiers widen to. */
    public int lastHidden() {
        List<Row> last = STAGES.get(STAGES.size() - 1);
        return rounded(last.get(last.size() - 1).hidden());
    }

    private int rounded(int channels) {
        return RoundedWidth.of(channels * width, DIVISOR);
    }
}
