package io.falconet.space.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@linkplain SearchSpace#seeds seed} brought into a space some of whose choices were narrowed. An input size that is not
 * left becomes the nearest that is; what has no effect on the seed takes an option that is left.
 *
 * @param architecture the seed, as far as it fits a point of the space
 * @param refused the choices that leave no option with which it would be the same network; mostly none
 */
public record FittedSeed(Architecture architecture, List<Choice> refused) {
    private static final String INPUT = "input";

    public FittedSeed {
        refused = List.copyOf(refused);
    }

    /**
     * The space's seed of that name, or the architecture of that text, which is taken as it is.
     *
     * @throws IllegalArgumentException if there is none, or it does not fit
     */
    public static FittedSeed named(String name, SearchSpace space) {
        if (isText(name)) {
            Architecture architecture = Architecture.parse(name);
            space.options(architecture);
            return new FittedSeed(architecture, List.of());
        }
        Architecture seed = space.seeds().get(name);
        if (seed == null) {
            throw new IllegalArgumentException("The space %s has the seeds %s, found \"%s\". Maybe a typing error."
                    .formatted(space.name(), String.join(", ", space.seeds().keySet()), name));
        }
        FittedSeed fitted = of(seed, space);
        if (!fitted.refused.isEmpty()) {
            throw new IllegalArgumentException(
                    "The seed %s needs other options than those left: %s. Maybe allow them, or leave the seed out."
                            .formatted(name, fitted.refused));
        }
        return fitted;
    }

    /** Whether a seed is an architecture's text, not the name of a published detector. */
    public static boolean isText(String seed) {
        return seed.indexOf(':') >= 0;
    }

    /** Fits a seed. Builds a network for each option tried, none where all of the seed's own options are left. */
    public static FittedSeed of(Architecture seed, SearchSpace space) {
        Architecture fitted = seed;
        List<Choice> refused = new ArrayList<>();
        for (Choice choice : space.choices()) {
            if (choice.options().contains(fitted.decision(choice.name()))) {
                continue;
            }
            if (choice.name().equals(INPUT)) {
                fitted = with(fitted, INPUT, nearest(fitted.number(INPUT), choice));
                continue;
            }
            Architecture wanted = fitted;
            fitted = choice.options().stream()
                    .map(option -> with(wanted, choice.name(), option))
                    .filter(other -> id(other, space).equals(id(wanted, space)))
                    .findFirst()
                    .orElse(wanted);
            if (fitted.equals(wanted)) {
                refused.add(choice);
            }
        }
        return new FittedSeed(fitted, refused);
    }

    private static String nearest(int side, Choice input) {
        return input.options().stream()
                .min(Comparator.comparingInt(option -> Math.abs(Integer.parseInt(option) - side)))
                .orElseThrow();
    }

    private static Architecture with(Architecture architecture, String choice, String option) {
        Map<String, String> decisions = new LinkedHashMap<>(architecture.decisions());
        decisions.put(choice, option);
        return new Architecture(architecture.space(), decisions);
    }

    private static String id(Architecture architecture, SearchSpace space) {
        return space.detector(architecture, 1).id();
    }
}
