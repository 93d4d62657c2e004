package io.falconet.space.zoo;

import java.util.List;
import java.util.stream.Stream;

/** The families of the zoo, in the order in which they are listed. */
final class Zoo {
    static final List<ZooModel> MODELS = Stream.of(
                    YoloV5.models(), //
                    GsConvYoloV5.models(),
                    YoloOnBackbone.models(),
                    Darknet.models(),
                    ScaledYoloV4.models(),
                    NanoDet.models(),
                    NanoDetPlus.models(),
                    ThunderNet.models(),
                    Fcos.models(),
                    ShuffleNets.models(),
                    GhostNets.models(),
                    MobileNets.models(),
                    DlaFamily.models())
            .flatMap(List::stream)
            .toList();

    private Zoo() {}
}
