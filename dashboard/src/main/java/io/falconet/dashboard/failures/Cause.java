package io.falconet.dashboard.failures;

import io.falconet.results.TrialState;
import io.falconet.results.Trouble;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cause that trials share: the same words, whatever the numbers in them.
 *
 * @param state pruned, infeasible or failed
 * @param words with {@code #} in the place of numbers that differ
 * @param count trials
 * @param first numbers of the first few
 */
record Cause(TrialState state, String words, int count, List<Integer> first) {
    private static final int FIRST = 5;

    /** A number that stands alone: none that is part of a name, such as {@code stage3} or {@code 3x3}. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{Alnum}_.\\-])[-+]?\\d+(,\\d{3})*(\\.\\d+)?([eE][-+]?\\d+)?(?![\\p{Alnum}_])");

    /** The causes of a study, the most frequent first. */
    static List<Cause> of(List<Trouble> troubles) {
        Map<List<Object>, Cause> causes = new LinkedHashMap<>();
        for (Trouble trouble : troubles) {
            Cause one = new Cause(trouble.state(), trouble.reason(), trouble.count(), trouble.first());
            causes.merge(List.of(trouble.state(), general(trouble.reason())), one, Cause::with);
        }
        return causes.values().stream()
                .sorted(Comparator.comparingInt(Cause::count).reversed().thenComparing(cause -> cause.first()
                        .get(0)))
                .toList();
    }

    private Cause with(Cause other) {
        return new Cause(
                state,
                words.equals(other.words) ? words : general(words),
                count + other.count,
                Stream.concat(first.stream(), other.first.stream())
                        .sorted()
                        .limit(FIRST)
                        .toList());
    }

    private static String general(String reason) {
        return NUMBER.matcher(reason).replaceAll("#");
    }
}
