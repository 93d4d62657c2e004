package io.falconet.space.darknet;

import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.block.AnchorFormat.Sides;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a {@code [yolo]} section says. */
final class CfgYolo {
    private CfgYolo() {}

    static DarknetLayer read(CfgSection section) {
        ignoreTraining(section);
        int classes = section.required("classes", 1, "80");
        Sides sides = section.word("new_coords", Map.of("0", Sides.EXPONENTIAL, "1", Sides.SQUARED), Sides.EXPONENTIAL);
        return new YoloOutput(chosen(section), classes, section.number("scale_x_y", 1), sides);
    }

    /** The anchors that the mask chooses; without one all of them. */
    private static List<Anchor> chosen(CfgSection section) {
        List<Anchor> all = anchors(section);
        List<Anchor> chosen = new ArrayList<>();
        List<Integer> places = IntStream.range(0, all.size()).boxed().toList();
        for (int place : section.wholes("mask", 0, places)) {
            if (place < all.size()) {
                chosen.add(all.get(place));
            } else if (!all.isEmpty()) {
                section.problem(
                        "mask",
                        "mask needs numbers from 0 to %d, since there are %d anchors, found %d."
                                .formatted(all.size() - 1, all.size(), place),
                        "Maybe anchors are missing, or they are counted from 1.");
            }
        }
        return chosen;
    }

    private static List<Anchor> anchors(CfgSection section) {
        List<Double> sizes = section.numbers("anchors", "10,14, 23,27, 37,58");
        int count = section.whole("num", 1, sizes.size() / 2);
        if (!sizes.isEmpty() && sizes.size() != 2 * count) {
            section.problem(
                    "anchors",
                    "anchors needs %d numbers, a width and a height for each of num=%d, found %d."
                            .formatted(2 * count, count, sizes.size()),
                    "Maybe a number is lost, or num=" + sizes.size() / 2 + ".");
        }
        return IntStream.range(0, sizes.size() / 2)
                .mapToObj(i -> new Anchor(sizes.get(2 * i), sizes.get(2 * i + 1)))
                .toList();
    }

    private static void ignoreTraining(CfgSection section) {
        section.ignore("jitter", "resize", "random", "max", "map", "focal_loss", "show_details", "counters_per_class");
        section.ignore("ignore_thresh", "truth_thresh", "iou_thresh", "iou_thresh_kind", "iou_loss", "max_delta");
        section.ignore("iou_normalizer", "obj_normalizer", "cls_normalizer", "delta_normalizer", "label_smooth_eps");
        section.ignore("objectness_smooth", "nms_kind", "beta_nms", "embedding_layer", "track_history_size");
        section.ignore("sim_thresh", "dets_for_track", "dets_for_show", "track_ciou_norm");
    }
}
