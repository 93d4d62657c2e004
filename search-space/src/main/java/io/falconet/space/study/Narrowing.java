package io.falconet.space.study;

import io.falconet.space.problem.Spelling;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.yaml.YamlSection;
import io.falconet.space.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a study file that narrows its space: for a choice, the options that remain.
 *
 * @param section the choices' names with their options
 * @param space the space if it is known, to check them against
 */
record Narrowing(YamlSection section, Optional<SearchSpace> space) {
    /** Options by choice. Choices and options that the space does not have are reported. */
    Map<String, List<String>> choices() {
        Map<String, List<String>> narrowed = new LinkedHashMap<>();
        section.all().forEach((name, value) -> narrowed.put(name, options(value, choice(name, value))));
        return narrowed;
    }

    private Optional<Choice> choice(String name, YamlValue value) {
        List<Choice> known = space.map(SearchSpace::choices).orElse(List.of());
        Optional<Choice> choice =
                known.stream().filter(it -> it.name().equals(name)).findFirst();
        if (space.isPresent() && choice.isEmpty()) {
            List<String> names = known.stream().map(Choice::name).toList();
            value.problem(
                    "The space %s has no choice %s; it has %s."
                            .formatted(space.get().name(), name, String.join(", ", names)),
                    Spelling.maybe(name, names));
        }
        return choice;
    }

    private static List<String> options(YamlValue value, Optional<Choice> choice) {
        List<String> options = new ArrayList<>();
        for (YamlValue item : value.items()) {
            item.text().ifPresent(option -> {
                if (options.contains(option)) {
                    item.problem(
                            "%s has the option %s twice.".formatted(value.path(), option),
                            "Maybe remove one of the two.");
                } else if (choice.isPresent() && !choice.get().options().contains(option)) {
                    List<String> known = choice.get().options();
                    item.problem(
                            "%s has no option %s; it has %s.".formatted(value.path(), option, String.join(", ", known)),
                            Spelling.maybe(option, known));
                }
                options.add(option);
            });
        }
        return options;
    }
}
