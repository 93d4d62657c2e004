package io.falconet.space.search.surrogate;

import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The options that several choices between kinds have by the same text, and the {@linkplain Gate gates} that there may be of them. */
final class SharedOptions {
    /** Of an option with more gates than that, so many are drawn. */
    private static final int MOST_GATES = 120;

    /** By option, then by choice: the option's index there, or −1. */
    private final List<int[]> indices = new ArrayList<>();
    /** By option: the choices that have it. */
    private final List<int[]> havers = new ArrayList<>();

    SharedOptions(List<Choice> choices) {
        Set<String> texts = new LinkedHashSet<>();
        choices.stream().filter(SharedOptions::betweenKinds).forEach(it -> texts.addAll(it.options()));
        for (String text : texts) {
            int[] index = choices.stream()
                    .mapToInt(it -> betweenKinds(it) ? it.options().indexOf(text) : -1)
                    .toArray();
            int[] having =
                    IntStream.range(0, index.length).filter(i -> index[i] >= 0).toArray();
            if (having.length > 1) {
                indices.add(index);
                havers.add(having);
            }
        }
    }

    private static boolean betweenKinds(Choice choice) {
        return !choice.ordered() && choice.options().size() > 1;
    }

    /** How many there are. */
    int count() {
        return indices.size();
    }

    /** The index of an option among those of a choice, −1 where it has no such option. */
    int index(int option, int choice) {
        return indices.get(option)[choice];
    }

    /** All gates of an option; of many, some. */
    List<Gate> gates(int option, RandomGenerator random) {
        int[] having = havers.get(option);
        long others = having.length - 1;
        if (having.length * (others + others * (others - 1) / 2) <= MOST_GATES) {
            return all(option, having);
        }
        Set<Gate> drawn = new LinkedHashSet<>();
        while (drawn.size() < MOST_GATES) {
            drawn.add(draw(option, random));
        }
        return List.copyOf(drawn);
    }

    private static List<Gate> all(int option, int[] having) {
        List<Gate> gates = new ArrayList<>();
        for (int gated : having) {
            for (int first : having) {
                for (int second : having) {
                    if (first != gated && second != gated && first <= second) {
                        gates.add(gate(option, first, second, gated));
                    }
                }
            }
        }
        return gates;
    }

    /** Any gate of an option: of one choice or of two, as likely. */
    Gate draw(int option, RandomGenerator random) {
        int[] having = havers.get(option);
        int gated = random.nextInt(having.length);
        int first = other(gated, having.length, random);
        int second = random.nextBoolean() ? first : other(gated, having.length, random);
        return gate(option, having[Math.min(first, second)], having[Math.max(first, second)], having[gated]);
    }

    private static int other(int one, int count, RandomGenerator random) {
        int other = random.nextInt(count - 1);
        return other < one ? other : other + 1;
    }

    private static Gate gate(int option, int first, int second, int gated) {
        return new Gate(option, first == second ? List.of(first) : List.of(first, second), gated);
    }
}
