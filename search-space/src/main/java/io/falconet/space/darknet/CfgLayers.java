package io.falconet.space.darknet;

import io.falconet.space.graph.Activation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the sections of a cfg file say, kind by kind, with darknet's own fallbacks for what is left out. */
final class CfgLayers {
    private static final int ANY = Integer.MIN_VALUE;

    private static final Map<String, Optional<Activation>> ACTIVATIONS = Map.of(
            "linear", Optional.empty(),
            "leaky", Optional.of(Activation.LEAKY_RELU),
            "mish", Optional.of(Activation.MISH),
            "relu", Optional.of(Activation.RELU),
            "relu6", Optional.of(Activation.RELU6),
            "logistic", Optional.of(Activation.SIGMOID),
            "swish", Optional.of(Activation.SILU));

    private static final Map<String, Function<CfgSection, DarknetLayer>> KINDS = Map.ofEntries(
            Map.entry("convolutional", CfgLayers::convolutional),
            Map.entry("conv", CfgLayers::convolutional),
            Map.entry("maxpool", CfgLayers::maxPool),
            Map.entry("max", CfgLayers::maxPool),
            Map.entry("upsample", CfgLayers::upsample),
            Map.entry("route", CfgLayers::route),
            Map.entry("shortcut", CfgLayers::shortcut),
            Map.entry("scale_channels", CfgLayers::scaleChannels),
            Map.entry("sam", CfgLayers::spatialAttention),
            Map.entry("avgpool", section -> new AveragePool()),
            Map.entry("avg", section -> new AveragePool()),
            Map.entry("dropout", CfgLayers::dropout),
            Map.entry("yolo", CfgYolo::read));

    private CfgLayers() {}

    /** The kinds of sections that are layers. */
    static List<String> kinds() {
        return KINDS.keySet().stream().sorted().collect(Collectors.toList());
    }

    /** Whether a section is a layer. */
    static boolean known(CfgSection section) {
        return KINDS.containsKey(section.name());
    }

    /** The layer; what is wrong with it is reported. */
    static DarknetLayer read(CfgSection section) {
        section.ignore("stopbackward", "onlyforward", "dont_update", "burnin_update", "train_only_bn");
        section.ignore("dontload", "dontloadscales", "learning_rate", "clip", "stream", "wait_stream");
        return KINDS.get(section.name()).apply(section);
    }

    private static DarknetLayer convolutional(CfgSection section) {
        section.idle(1, "dilation");
        section.idle(0, "antialiasing", "assisted_excitation", "cbn", "binary", "xnor", "bin_output");
        section.idle(0, "sway", "rotate", "stretch", "stretch_sway", "flipped", "reverse", "coordconv");
        section.ignore("angle", "dot", "grad_centr");
        int size = section.whole("size", 1, 1);
        int padding = section.whole("padding", 0, 0);
        return new Convolutional(
                filters(section),
                size,
                stride(section),
                section.whole("pad", 0, 0) > 0 ? size / 2 : padding,
                groups(section),
                section.whole("batch_normalize", 0, 0) > 0,
                section.word("activation", ACTIVATIONS, Optional.of(Activation.SIGMOID)));
    }

    private static int filters(CfgSection section) {
        return section.required("filters", 1, "32");
    }

    /** The groups; a number by which the filters cannot be divided is reported. */
    private static int groups(CfgSection section) {
        int groups = section.whole("groups", 1, 1);
        int filters = section.whole("filters", 1, groups);
        if (filters % groups != 0) {
            section.problem(
                    "groups",
                    "groups needs a divisor of filters=%d, found %d.".formatted(filters, groups),
                    "Maybe groups=1.");
            return 1;
        }
        return groups;
    }

    /** The step along both axes; two different ones are reported. */
    private static int stride(CfgSection section) {
        int both = section.whole("stride", 1, 1);
        int across = section.whole("stride_x", 1, both);
        int down = section.whole("stride_y", 1, both);
        if (across != down) {
            section.problem(
                    "stride_x",
                    "One stride along both axes was expected, found %d across and %d down.".formatted(across, down),
                    "Maybe stride=" + both + " alone.");
        }
        return across;
    }

    private static DarknetLayer maxPool(CfgSection section) {
        section.idle(0, "maxpool_depth", "antialiasing");
        section.ignore("out_channels", "maxpool_zero_nonmax");
        int stride = stride(section);
        int size = section.whole("size", 1, stride);
        return new MaxPool(size, stride, section.whole("padding", 0, size - 1));
    }

    private static DarknetLayer upsample(CfgSection section) {
        section.idle(1, "scale");
        return new Upsample(section.whole("stride", 1, 2));
    }

    private static DarknetLayer route(CfgSection section) {
        List<Integer> layers = section.wholes("layers", ANY, "-1,-4");
        int groups = section.whole("groups", 1, 1);
        int group = section.whole("group_id", 0, 0);
        if (group >= groups) {
            section.problem(
                    "group_id",
                    "group_id needs a number from 0 to %d, since groups is %d, found %d."
                            .formatted(groups - 1, groups, group),
                    "Maybe groups=2 and group_id=1, the second half.");
            return new Route(layers.isEmpty() ? List.of(-1) : layers, 1, 0);
        }
        return new Route(layers.isEmpty() ? List.of(-1) : layers, groups, group);
    }

    private static DarknetLayer shortcut(CfgSection section) {
        section.word("weights_type", Map.of("none", true), true);
        section.ignore("weights_normalization");
        return new Shortcut(section.wholes("from", ANY, "-3"), activation(section));
    }

    private static DarknetLayer scaleChannels(CfgSection section) {
        section.idle(0, "scale_wh");
        return new ScaleChannels(from(section), activation(section));
    }

    private static DarknetLayer spatialAttention(CfgSection section) {
        return new SpatialAttention(from(section), activation(section));
    }

    private static int from(CfgSection section) {
        return section.wholes("from", ANY, "-3").stream().findFirst().orElse(-1);
    }

    private static Optional<Activation> activation(CfgSection section) {
        return section.word("activation", ACTIVATIONS, Optional.empty());
    }

    private static DarknetLayer dropout(CfgSection section) {
        section.ignore("probability", "dropblock", "dropblock_size_rel", "dropblock_size_abs");
        return new Dropout();
    }
}
