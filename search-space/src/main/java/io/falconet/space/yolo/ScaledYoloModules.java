package io.falconet.space.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.scaledyolo.BottleneckCsp2;
import io.falconet.space.block.scaledyolo.SppCsp;
import io.falconet.space.block.scaledyolo.VovCsp;
import io.falconet.space.block.yolo.BottleneckCsp;
import java.util.List;
import java.util.Map;

/** Scaled-YOLOv4's own modules (Wang et al., 2021), each with the arguments and defaults of its constructor. */
final class ScaledYoloModules {
    private ScaledYoloModules() {}

    static ModuleRegistry registry() {
        return ModuleRegistry.of(Map.of(
                "BottleneckCSP", YoloModule.deep(ScaledYoloModules::bottleneckCsp),
                "BottleneckCSP2", YoloModule.deep(ScaledYoloModules::bottleneckCsp2),
                "SPPCSP", YoloModule.deep(ScaledYoloModules::sppCsp),
                "VoVCSP", YoloModule.deep(ScaledYoloModules::vovCsp)));
    }

    /** Unlike in YOLOv5's forks what follows the inner norm is the list's activation. */
    private static Block bottleneckCsp(ModuleArguments a) {
        return new BottleneckCsp(
                a.atMost(4).channels(),
                (int) (a.channels() * a.fraction(3, 0.5)),
                a.repeats(),
                a.flag(1, true),
                a.number(2, 1),
                a.activation(),
                a.activation());
    }

    /** The share of the channels used inside stands in the row and has no effect in the authors' code. */
    private static Block bottleneckCsp2(ModuleArguments a) {
        return new BottleneckCsp2(
                a.atMost(4).channels(), a.repeats(), a.flag(1, false), a.number(2, 1), a.activation());
    }

    /** Repeats, shortcut and groups stand in the row and have no effect in the authors' code. */
    private static Block sppCsp(ModuleArguments a) {
        int hidden = (int) (2 * a.channels() * a.fraction(3, 0.5));
        return new SppCsp(a.atMost(5).channels(), hidden, a.numbers(4, List.of(5, 9, 13)), a.activation());
    }

    /** All but the channels has no effect in the authors' code. */
    private static Block vovCsp(ModuleArguments a) {
        return new VovCsp(a.atMost(4).channels(), a.activation());
    }
}
