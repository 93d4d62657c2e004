package io.falconet.space.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.gsconv.GsConv;
import io.falconet.space.block.gsconv.GsShortcut;
import io.falconet.space.block.gsconv.GsShuffle;
import io.falconet.space.block.gsconv.VovGsCsp;
import java.util.Map;
import java.util.function.Function;

/** GSConv and the blocks made of it, as the forks of its authors (Li et al., 2022) have them. */
final class GsConvModules {
    private static final GsShuffle SHUFFLE = GsShuffle.EVEN_THEN_ODD;

    private GsConvModules() {}

    /** In the fork of YOLOv5 as it is now: VoVGSCSP repeats wide bottlenecks, its cheap form does not repeat. */
    static ModuleRegistry forkOfYoloV5() {
        return registry(a -> vov(a, a.repeats(), false, GsShortcut.DENSE), GsShortcut.depthwise(1));
    }

    /** In the same fork at revision aded277: VoVGSCSP has one narrowed bottleneck. */
    static ModuleRegistry forkOfYoloV5AtAded277() {
        return registry(a -> vov(a, 1, true, GsShortcut.DENSE), GsShortcut.depthwise(1));
    }

    /** In the fork of Scaled-YOLOv4: one narrowed bottleneck too, and a 3x3 shortcut in the cheap form. */
    static ModuleRegistry forkOfScaledYoloV4() {
        return registry(a -> vov(a, 1, true, GsShortcut.DENSE), GsShortcut.depthwise(3));
    }

    private static ModuleRegistry registry(Function<ModuleArguments, Block> vov, GsShortcut cheap) {
        return ModuleRegistry.of(Map.of(
                "GSConv", YoloModule.repeated(GsConvModules::gsConv),
                "VoVGSCSP", YoloModule.deep(vov),
                "VoVGSCSPC", YoloModule.deep(a -> vov(a, 1, true, cheap))));
    }

    private static Block gsConv(ModuleArguments a) {
        return new GsConv(a.atMost(3).channels(), a.number(1, 1), a.number(2, 1), SHUFFLE, a.activation(3));
    }

    /** Shortcut, groups and share stand in the row and have no effect in the authors' code at their usual values. */
    private static Block vov(ModuleArguments a, int depth, boolean narrowed, GsShortcut shortcut) {
        return new VovGsCsp(a.atMost(3).channels(), depth, narrowed, shortcut, SHUFFLE, a.activation(), true);
    }
}
