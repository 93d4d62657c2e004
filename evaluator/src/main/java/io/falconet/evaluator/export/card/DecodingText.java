package io.falconet.evaluator.export.card;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.FcosFormat;
import io.falconet.space.block.GflFormat;
import io.falconet.space.block.ThunderNetFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/** How outputs are read as boxes, in words for whoever writes a decoder. */
final class DecodingText {
    private DecodingText() {}

    static String of(DetectionFormat format) {
        if (format instanceof GflFormat gfl) {
            return gfl(gfl);
        }
        if (format instanceof AnchorFormat anchors) {
            return anchors(anchors);
        }
        if (format instanceof FcosFormat fcos) {
            return fcos(fcos);
        }
        return thunderNet((ThunderNetFormat) format);
    }

    private static String gfl(GflFormat format) {
        return """
               Read the boxes (generalised focal loss, Li et al., 2020). A cell of an output has %1$d class logits, then for the \
               left, top, right and bottom side of its box %2$d logits each. A class's score is the sigmoid of its logit. A side's \
               distance is the softmax of its logits, times 0, 1, … %3$d, summed, times the stride. Distances start at x = (column \
               + %4$s) stride, y = (row + %4$s) stride: the box goes from (x - left, y - top) to (x + right, y + bottom). Cut it \
               to the input."""
                .formatted(format.classes(), format.regMax() + 1, format.regMax(), number(format.prior()));
    }

    private static String anchors(AnchorFormat format) {
        String sides =
                switch (format.sides()) {
                    case EXPONENTIAL -> "the anchor's times e^w and e^h";
                    case SQUARED -> "the anchor's times (2 s(w))² and (2 s(h))²";
                };
        return """
               Read the boxes (anchors, Redmon and Farhadi, 2017). An output has for each of its anchors in turn %d channels of \
               logits: x, y, w, h, objectness, then one for each of the %d classes. With s the sigmoid, a class's score is \
               s(objectness) s(class); the centre is at ((r s(x) - (r - 1) / 2 + column) stride, (r s(y) - (r - 1) / 2 + row) \
               stride), and the sides are %s. Cut the box to the input. Reach r and anchors, width x height in pixels of the \
               input: %s."""
                .formatted(
                        format.channelsOfAnchor(),
                        format.classes(),
                        sides,
                        format.levels().stream().map(DecodingText::level).collect(Collectors.joining("; ")));
    }

    private static String level(AnchorFormat.Level level) {
        return level.anchors().stream()
                .map(anchor -> "%sx%s".formatted(number(anchor.width()), number(anchor.height())))
                .collect(Collectors.joining(
                        ", ", "stride %d, r = %s, ".formatted(level.stride(), number(level.reach())), ""));
    }

    private static String fcos(FcosFormat format) {
        return """
               Read the boxes (FCOS, Tian et al., 2019). A cell of an output has %d class logits, then the distances from ((column \
               + 0.5) stride, (row + 0.5) stride) to the left, top, right and bottom side of its box in pixels of the input, then \
               the logit of the centreness. With s the sigmoid, a class's score is sqrt(s(class) s(centreness)). Falconet writes \
               such models and does not read their boxes."""
                .formatted(format.classes());
    }

    private static String thunderNet(ThunderNetFormat format) {
        return """
               The outputs are, in this order: enhanced context, features, scores and boxes of the proposals, attended context. \
               Proposals of the best scores are read out of the attended context as %d x %d bins of %d channels, and go through \
               the second stage, which scores %d classes and the background (ThunderNet, Qin et al., 2019). Falconet writes such \
               models and does not read their boxes."""
                .formatted(ThunderNetFormat.BINS, ThunderNetFormat.BINS, ThunderNetFormat.CHANNELS, format.classes());
    }

    /** As few digits as tell it. */
    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
