package io.falconet.space.darknet;

import io.falconet.space.block.AnchorFormat.Sides;
import io.falconet.space.graph.Activation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes models as cfg files, so that the reader can be tried on whole ones. */
final class CfgPrinter {
    private static final Map<Activation, String> ACTIVATIONS =
            Map.of(Activation.LEAKY_RELU, "leaky", Activation.MISH, "mish", Activation.SIGMOID, "logistic");

    private CfgPrinter() {}

    static String print(DarknetModel model) {
        StringBuilder text = new StringBuilder("[net]\nwidth=%d\nheight=%d\nchannels=%d\n"
                .formatted(
                        model.image().width(),
                        model.image().height(),
                        model.image().channels()));
        model.layers().forEach(layer -> text.append('\n').append(section(layer)));
        return text.toString();
    }

    private static String section(DarknetLayer layer) {
        if (layer instanceof Convolutional conv) {
            return "[convolutional]\nbatch_normalize=%d\nfilters=%d\nsize=%d\nstride=%d\npad=1\nactivation=%s\n"
                    .formatted(
                            conv.batchNormalize() ? 1 : 0,
                            conv.filters(),
                            conv.size(),
                            conv.stride(),
                            name(conv.activation()));
        } else if (layer instanceof MaxPool pool) {
            return "[maxpool]\nsize=%d\nstride=%d\n".formatted(pool.size(), pool.stride());
        } else if (layer instanceof Upsample up) {
            return "[upsample]\nstride=%d\n".formatted(up.stride());
        } else if (layer instanceof Route route) {
            return "[route]\nlayers = %s\ngroups=%d\ngroup_id=%d\n"
                    .formatted(list(route.references()), route.groups(), route.group());
        } else if (layer instanceof Shortcut shortcut) {
            return "[shortcut]\nfrom=%s\nactivation=%s\n"
                    .formatted(list(shortcut.references()), name(shortcut.activation()));
        }
        return yolo((YoloOutput) layer);
    }

    private static String yolo(YoloOutput yolo) {
        String anchors = yolo.anchors().stream()
                .map(anchor -> anchor.width() + "," + anchor.height())
                .collect(Collectors.joining(",  "));
        return "[yolo]\nmask = 0,1,2\nanchors = %s\nclasses=%d\nnum=3\nscale_x_y=%s\nnew_coords=%d\n"
                .formatted(anchors, yolo.classes(), yolo.reach(), yolo.sides() == Sides.SQUARED ? 1 : 0);
    }

    private static String name(Optional<Activation> activation) {
        return activation.map(ACTIVATIONS::get).orElse("linear");
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
