package io.falconet.dashboard.study.board;

import io.falconet.results.columns.Decision;
import java.util.Comparator;
import java.util.List;

/** Options of decisions in an order that people expect: numbers as amounts, words by the alphabet. */
public final class Ordered {
    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE]-?\\d+)?";

    private Ordered() {}

    /** The decision's options in order. */
    public static List<String> options(Decision decision) {
        boolean numbers = decision.options().stream().allMatch(option -> option.matches(NUMBER));
        return decision.options().stream()
                .sorted(numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.<String>naturalOrder())
                .toList();
    }
}
