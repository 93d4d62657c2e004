package io.falconet.space.study;

import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.outcome.Objective;
import io.falconet.space.problem.Spelling;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.Choice;
import io.falconet.space.space.FittedSeed;
import io.falconet.space.space.NarrowedSpace;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a study file that names the detectors to start from: published ones, or architectures by their text.
 *
 * @param value the list of names
 * @param space the space if it is known, to check them against
 * @param choices what is left of the space's choices
 * @param limits that no seed may break
 */
record Seeding(
        YamlValue value,
        Optional<SearchSpace> space,
        Map<String, List<String>> choices,
        Map<Objective, Double> limits) {
    /** The names. Those that the space does not have, or that the study does not allow, are reported. */
    List<String> names(int trials) {
        List<String> names = new ArrayList<>();
        for (YamlValue item : value.items()) {
            item.text().ifPresent(name -> {
                if (names.contains(name)) {
                    item.problem("The seed " + name + " stands there twice.", "Maybe remove one of the two.");
                    return;
                }
                narrowed().ifPresent(it -> check(item, name, it));
                names.add(name);
            });
        }
        if (names.size() > trials) {
            value.problem(
                    "Each seed is a trial, so seeds needs at most %d names, found %d.".formatted(trials, names.size()),
                    "Maybe trials: %d, or more.".formatted(names.size()));
            return names.subList(0, trials);
        }
        return names;
    }

    /** The space as narrowed; the whole one where the narrowing is wrong, which is reported where it stands. */
    private Optional<SearchSpace> narrowed() {
        return space.map(whole -> {
            try {
                return new NarrowedSpace(whole, choices);
            } catch (IllegalArgumentException wrong) {
                return whole;
            }
        });
    }

    private void check(YamlValue item, String name, SearchSpace narrowed) {
        if (FittedSeed.isText(name)) {
            checkText(item, name, narrowed);
            return;
        }
        Set<String> known = narrowed.seeds().keySet();
        if (known.isEmpty()) {
            item.problem(
                    "The space %s has no seeds, found %s.".formatted(narrowed.name(), name), "Maybe remove seeds.");
            return;
        }
        if (!known.contains(name)) {
            item.problem(
                    "The space %s has no seed %s; it has %s."
                            .formatted(narrowed.name(), name, String.join(", ", known)),
                    Spelling.maybe(name, known));
            return;
        }
        FittedSeed fitted = FittedSeed.of(narrowed.seeds().get(name), narrowed);
        fitted.refused().forEach(choice -> refuse(item, name, fitted.architecture(), choice));
        if (fitted.refused().isEmpty()) {
            hold(
                    item,
                    name,
                    Complexity.of(narrowed.detector(fitted.architecture(), 1).network()));
        }
    }

    private void checkText(YamlValue item, String text, SearchSpace narrowed) {
        try {
            Architecture seed = FittedSeed.named(text, narrowed).architecture();
            hold(item, text, Complexity.of(narrowed.detector(seed, 1).network()));
        } catch (IllegalArgumentException | ShapeException wrong) {
            item.problem(wrong.getMessage(), "Maybe it is of another space, or choices leaves out what it takes.");
        }
    }

    private static void refuse(YamlValue item, String name, Architecture seed, Choice choice) {
        String option = seed.decision(choice.name());
        item.problem(
                "The seed %s needs %s at %s, but choices.%s leaves %s."
                        .formatted(name, choice.name(), option, choice.name(), String.join(", ", choice.options())),
                "Maybe add %s there, or leave the seed out.".formatted(option));
    }

    private void hold(YamlValue item, String name, Complexity ofOneClass) {
        limits.forEach((objective, limit) -> {
            if (objective.expensive()) {
                return;
            }
            double least = objective.value(ofOneClass);
            if (least > limit) {
                item.problem(
                        String.format(
                                Locale.ROOT,
                                "The seed %s has at least %,.0f %s, the limit is %,.0f.",
                                name,
                                least,
                                objective.label(),
                                limit),
                        "Maybe raise the limit, or leave the seed out.");
            }
        });
    }
}
