package io.falconet.space.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of many that are ranked, as good for the rest: in turns one of the front and one of the others, each as far in rank as
 * can be from those that are chosen already. The best and the worst of all come first. A larger sample holds the smaller one.
 */
public final class EvenSample {
    private EvenSample() {}

    /**
     * Chooses.
     *
     * @param front whether each is on the front, in the order of the ranks
     * @param size how many are wanted
     * @return places in the ranking, in the order in which they were chosen
     */
    public static List<Integer> of(List<Boolean> front, int size) {
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(size, front.size())) {
            boolean fromFront = chosen.size() % 2 == 0;
            List<Integer> left = IntStream.range(0, front.size())
                    .filter(place -> !chosen.contains(place))
                    .boxed()
                    .toList();
            List<Integer> wanted =
                    left.stream().filter(place -> front.get(place) == fromFront).toList();
            chosen.add(farthest(wanted.isEmpty() ? left : wanted, chosen));
        }
        return chosen;
    }

    /** Of several that are equally far, the best in rank. */
    private static int farthest(List<Integer> candidates, List<Integer> chosen) {
        return candidates.stream()
                .max(Comparator.comparingInt((Integer place) -> gap(place, chosen))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static int gap(int place, List<Integer> chosen) {
        return chosen.stream().mapToInt(other -> Math.abs(place - other)).min().orElse(Integer.MAX_VALUE);
    }
}
