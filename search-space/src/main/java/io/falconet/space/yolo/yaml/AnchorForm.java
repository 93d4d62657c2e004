package io.falconet.space.yolo.yaml;

import io.falconet.space.yaml.YamlValue;
import io.falconet.space.yolo.YoloAnchors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Anchors as they stand in a file: for each level a list of widths and heights in turn, or their number alone.
 *
 * @param value the list or the number
 */
record AnchorForm(YamlValue value) {
    Optional<YoloAnchors> anchors() {
        if (value.list().isEmpty()) {
            return value.whole(1, 100, " or lists of widths and heights")
                    .map(count -> YoloAnchors.count(count.intValue()));
        }
        List<List<Double>> levels = new ArrayList<>();
        for (YamlValue level : value.items()) {
            Optional<List<Double>> sides = sides(level);
            if (sides.isEmpty()) {
                level.problem(
                        "Anchors of a level are widths and heights in turn, found %s.".formatted(level.plain()),
                        "Maybe [10,13, 16,30, 33,23].");
                return Optional.empty();
            }
            levels.add(sides.get());
        }
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YoloAnchors.of(levels));
        } catch (IllegalArgumentException uneven) {
            value.problem(uneven.getMessage(), "Maybe a number is lost.");
            return Optional.empty();
        }
    }

    private static Optional<List<Double>> sides(YamlValue level) {
        List<YamlValue> numbers = level.list().orElse(List.of());
        boolean fine = !numbers.isEmpty()
                && numbers.size() % 2 == 0
                && numbers.stream().allMatch(side -> side.plain() instanceof Number n && n.doubleValue() > 0);
        return fine
                ? Optional.of(numbers.stream()
                        .map(side -> ((Number) side.plain()).doubleValue())
                        .toList())
                : Optional.empty();
    }
}
