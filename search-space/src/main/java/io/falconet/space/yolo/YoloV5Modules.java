package io.falconet.space.yolo;

import static java.util.Map.entry;

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
import java.util.Map;

/** YOLOv5's own modules, each with the arguments and defaults of its constructor. */
final class YoloV5Modules {
    private YoloV5Modules() {}

    static ModuleRegistry registry() {
        return ModuleRegistry.of(Map.ofEntries(
                        entry("Conv", YoloModule.repeated(YoloV5Modules::conv)),
                        entry("DWConv", YoloModule.repeated(YoloV5Modules::depthwise)),
                        entry("Focus", YoloModule.repeated(arguments -> new Focus(conv(arguments)))),
                        entry("Bottleneck", YoloModule.repeated(YoloV5Modules::bottleneck)),
                        entry("BottleneckCSP", YoloModule.deep(YoloV5Modules::bottleneckCsp)),
                        entry("C3", YoloModule.deep(YoloV5Modules::c3)),
                        entry("C3Ghost", YoloModule.deep(YoloV5Modules::c3Ghost)),
                        entry("GhostConv", YoloModule.repeated(YoloV5Modules::ghostConv)),
                        entry("GhostBottleneck", YoloModule.repeated(YoloV5Modules::ghostBottleneck)),
                        entry("SPP", YoloModule.repeated(YoloV5Modules::spp)),
                        entry("SPPF", YoloModule.repeated(YoloV5Modules::sppf))))
                .and(PlainModules.registry());
    }

    private static ConvUnit conv(ModuleArguments a) {
        int kernel = a.atMost(6).number(1, 1);
        Conv conv = new Conv(a.channels(), kernel, a.number(2, 1), a.number(3, kernel / 2), a.number(4, 1), false);
        return new ConvUnit(conv, a.activation(5));
    }

    private static Block depthwise(ModuleArguments a) {
        return new DwConv(a.atMost(3).channels(), a.number(1, 1), a.number(2, 1), a.activation(3));
    }

    private static Block bottleneck(ModuleArguments a) {
        return new Bottleneck(a.atMost(4).channels(), hidden(a), a.flag(1, true), a.number(2, 1), a.activation());
    }

    private static Block bottleneckCsp(ModuleArguments a) {
        return new BottleneckCsp(
                a.atMost(4).channels(),
                hidden(a),
                a.repeats(),
                a.flag(1, true),
                a.number(2, 1),
                a.activation(),
                Activation.SILU);
    }

    private static Block c3(ModuleArguments a) {
        int hidden = hidden(a);
        Bottleneck inner = Bottleneck.wide(hidden, a.flag(1, true), a.number(2, 1), a.activation());
        return new C3(a.atMost(4).channels(), hidden, inner, a.repeats(), a.activation());
    }

    /** Ghost bottlenecks always add their input: in the published code the shortcut's argument has no effect on them. */
    private static Block c3Ghost(ModuleArguments a) {
        int hidden = hidden(a);
        YoloGhostBottleneck inner = new YoloGhostBottleneck(hidden, 3, 1, a.activation());
        return new C3(a.atMost(4).channels(), hidden, inner, a.repeats(), a.activation());
    }

    private static Block ghostConv(ModuleArguments a) {
        return new YoloGhostConv(a.atMost(3).channels(), a.number(1, 1), a.number(2, 1), a.activation(3));
    }

    private static Block ghostBottleneck(ModuleArguments a) {
        return new YoloGhostBottleneck(a.atMost(3).channels(), a.number(1, 3), a.number(2, 1), a.activation());
    }

    private static Block spp(ModuleArguments a) {
        return new Spp(a.atMost(2).channels(), a.numbers(1, List.of(5, 9, 13)), a.activation());
    }

    private static Block sppf(ModuleArguments a) {
        return new Sppf(a.atMost(2).channels(), a.number(1, 5), a.activation());
    }

    /** The share of the output's channels that is used inside, by its place after shortcut and groups. */
    private static int hidden(ModuleArguments a) {
        return (int) (a.channels() * a.fraction(3, 0.5));
    }
}
