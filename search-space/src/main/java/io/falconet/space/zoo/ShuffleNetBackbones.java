package io.falconet.space.zoo;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.PooledStem;
import io.falconet.space.block.Stage;
import io.falconet.space.block.StageUnit;
import io.falconet.space.block.StagedBackbone;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.graph.Activation;
import java.util.List;

/** ShuffleNetV2 (Ma et al., 2018) as NanoDet stands on it: torchvision's layout, without the last convolution. */
final class ShuffleNetBackbones {
    /** Channels at strides 8, 16 and 32 of the 0.5x model. */
    static final List<Integer> HALF = List.of(48, 96, 192);
    /** Channels of the 1.0x model. */
    static final List<Integer> ONE = List.of(116, 232, 464);
    /** Channels of the 1.5x model. */
    static final List<Integer> ONE_AND_HALF = List.of(176, 352, 704);

    private static final Activation ACTIVATION = Activation.LEAKY_RELU;
    private static final StageUnit UNIT = (channels, stride) -> new ShuffleNetV2Unit(channels, 3, stride, ACTIVATION);

    private ShuffleNetBackbones() {}

    /** The backbone of those widths: maps at strides 8, 16 and 32. */
    static Backbone nanoDet(List<Integer> widths) {
        return new StagedBackbone(
                new PooledStem(24, ACTIVATION),
                List.of(
                        new Stage(UNIT, widths.get(0), 4, 2),
                        new Stage(UNIT, widths.get(1), 8, 2),
                        new Stage(UNIT, widths.get(2), 4, 2)),
                false);
    }
}
