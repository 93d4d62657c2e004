package io.falconet.space.yolo;

import static java.util.Map.entry;

import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Attention;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.ChannelNorm;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.LearnedOffset;
import io.falconet.space.graph.LearnedScale;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Op;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.ResizeTo;
import io.falconet.space.graph.Scale;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.Shuffle;
import io.falconet.space.graph.Slice;
import io.falconet.space.graph.SpaceToDepth;
import io.falconet.space.graph.TransposedConv;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A module for each operator, so that any network can be said as a layer list: what {@link OperatorRows} writes is read
 * here. Their widths are exact: no multiple and no rounding applies.
 */
final class OperatorModules {
    /** Brings the first map that it reads to the area of the second. */
    static final String RESIZE_LIKE = "ResizeLike";

    private OperatorModules() {}

    static ModuleRegistry registry() {
        return ModuleRegistry.of(Map.ofEntries(
                entry("ConvNorm", OperatorModules::convNorm),
                entry("PlainConv", operator(a -> conv(a.atMost(6), a.flag(5, true)))),
                entry("UpConv", operator(OperatorModules::upConv)),
                entry("Linear", operator(a -> new Linear(a.atMost(2).number(0), a.flag(1, true)))),
                entry("Norm", operator(a -> norm(a.atMost(2), 0))),
                entry("GroupNorm", operator(a -> new GroupNorm(a.atMost(2).number(0), a.fraction(1, 1e-5)))),
                entry(
                        "Activate",
                        operator(a -> new Activate(activation(a.atMost(1).text(0, "nothing"))))),
                entry(RESIZE_LIKE, OperatorModules::resizeLike),
                entry("Scale", operator(a -> new Scale(a.atMost(1).fraction(0, 1)))),
                entry("LearnedScale", operator(a -> new LearnedScale())),
                entry("LearnedOffset", operator(a -> new LearnedOffset())),
                entry("ChannelNorm", operator(a -> new ChannelNorm(a.atMost(1).fraction(0, 1e-5)))),
                entry("Attention", operator(a -> new Attention(a.atMost(1).number(0)))),
                entry("Pool", operator(OperatorModules::pool)),
                entry("GlobalPool", operator(a -> new GlobalPool())),
                entry("Add", operator(a -> new Add())),
                entry("Multiply", operator(a -> new Multiply())),
                entry("Slice", operator(a -> new Slice(a.atMost(2).number(0), a.number(1)))),
                entry("Shuffle", operator(a -> new Shuffle(a.atMost(1).number(0)))),
                entry("SpaceToDepth", operator(a -> new SpaceToDepth(a.atMost(1).number(0))))));
    }

    /** What each module does, in a line, for those who write it in another framework. */
    static Map<String, String> meanings() {
        return Map.ofEntries(
                entry(
                        "ConvNorm",
                        "(channels, kernel, stride, padding, groups, activation, epsilon, momentum): Conv2d without bias, BatchNorm2d, the activation or None"),
                entry("PlainConv", "(channels, kernel, stride, padding, groups, bias): Conv2d"),
                entry("UpConv", "(channels, kernel, stride, padding, groups, bias, fixed): ConvTranspose2d"),
                entry("Linear", "(features, bias): Linear over channels of a 1x1 map"),
                entry("Norm", "(epsilon, momentum): BatchNorm2d"),
                entry("GroupNorm", "(groups, epsilon): GroupNorm"),
                entry("Activate", "(activation): the activation"),
                entry(RESIZE_LIKE, "(): the first input resized to the area of the second, nearest neighbour"),
                entry("Scale", "(factor): times a constant"),
                entry("LearnedScale", "(): times one learned value"),
                entry("LearnedOffset", "(): plus a learned value for each element of a map of one size"),
                entry("ChannelNorm", "(epsilon): LayerNorm over the channels of each cell"),
                entry(
                        "Attention",
                        "(heads): scaled dot-product attention between cells; reads queries, keys, values joined"),
                entry("Pool", "(kind, kernel, stride, padding, end padding): max or average pooling"),
                entry("GlobalPool", "(): mean over rows and columns"),
                entry("Add", "(): sum of all inputs"),
                entry("Multiply", "(): product of two inputs"),
                entry("Slice", "(from, to): x[:, from:to]"),
                entry("Shuffle", "(groups): channels as groups x rest, transposed, flattened"),
                entry("SpaceToDepth", "(factor): blocks of pixels to channels"),
                entry(
                        YoloRow.FCOS_DETECT,
                        "(classes): no weights; reads each level as class logits, distances in pixels and centreness, as FCOS does"),
                entry(
                        YoloRow.GFL_DETECT,
                        "(classes, reg_max, prior): no weights; reads each level as class logits and distances, as NanoDet does"));
    }

    private static YoloModule operator(Function<ModuleArguments, Op> op) {
        return (network, inputs, arguments) -> network.add("op", op.apply(arguments), inputs.toArray(Node[]::new));
    }

    private static Node resizeLike(NetworkBuilder network, List<Node> inputs, ModuleArguments a) {
        if (inputs.size() != 2) {
            throw new IllegalArgumentException(
                    "ResizeLike reads a map and one of the area wanted, found %d rows.".formatted(inputs.size()));
        }
        Shape like = inputs.get(1).shape();
        return network.add("op", new ResizeTo(like.height(), like.width()), inputs.get(0));
    }

    private static Node convNorm(NetworkBuilder network, List<Node> inputs, ModuleArguments a) {
        Node conv = network.conv(a.single(inputs), conv(a.atMost(8), false));
        Node norm = network.add("bn", norm(a, 6), conv);
        String activation = a.text(5, YoloRow.NONE);
        return activation.equals(YoloRow.NONE) ? norm : network.activate(norm, activation(activation));
    }

    private static Conv conv(ModuleArguments a, boolean bias) {
        int kernel = a.number(1, 1);
        return new Conv(a.number(0), kernel, a.number(2, 1), a.number(3, kernel / 2), a.number(4, 1), bias);
    }

    private static Op upConv(ModuleArguments a) {
        return new TransposedConv(
                a.atMost(7).number(0),
                a.number(1),
                a.number(2),
                a.number(3),
                a.number(4, 1),
                a.flag(5, true),
                a.flag(6, false));
    }

    private static Op pool(ModuleArguments a) {
        String kind = a.atMost(5).text(0, "max").toUpperCase(Locale.ROOT);
        Pool.Kind found = Arrays.stream(Pool.Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Pool is expected to be of the kinds max or average, found %s.".formatted(a.text(0, "max"))));
        int padding = a.number(3, 0);
        return new Pool(found, a.number(1), a.number(2, a.number(1)), padding, a.number(4, padding));
    }

    private static BatchNorm norm(ModuleArguments a, int position) {
        BatchNorm standard = BatchNorm.STANDARD;
        return new BatchNorm(a.fraction(position, standard.epsilon()), a.fraction(position + 1, standard.momentum()));
    }

    private static Activation activation(String expression) {
        return TorchActivations.read(expression)
                .orElseThrow(() -> new IllegalArgumentException("An activation is expected, one of %s, found \"%s\"."
                        .formatted(String.join(", ", TorchActivations.known()), expression)));
    }
}
