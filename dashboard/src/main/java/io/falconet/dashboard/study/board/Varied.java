package io.falconet.dashboard.study.board;

import io.falconet.results.columns.Decision;
import io.falconet.results.columns.TrialColumns;
import io.falconet.space.outcome.Objective;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which decisions of a study's trials are worth an axis where nobody has chosen any. */
public final class Varied {
    private Varied() {}

    /** Decisions that some trials took in another way than others, in the order of the architectures' texts. */
    public static List<String> all(Board board) {
        return board.trials().decisions().stream()
                .filter(Varied::varies)
                .map(Decision::name)
                .toList();
    }

    private static boolean varies(Decision decision) {
        return !decision.open() && decision.options().size() > 1;
    }

    /** Those of them by whose options an objective's means differ most, in the order of the architectures' texts. */
    public static List<String> most(Board board, Objective objective, int count) {
        List<Decision> decisions = board.trials().decisions();
        int[] ranked = board.numbers()
                .filter(number -> board.ranked(number) && board.knows(List.of(objective), number))
                .toArray();
        Map<Integer, Double> between = new HashMap<>();
        IntStream.range(0, decisions.size())
                .filter(place -> varies(decisions.get(place)))
                .forEach(place -> between.put(place, between(board.trials(), objective, ranked, place)));
        return between.keySet().stream()
                .sorted(Comparator.comparingDouble((Integer place) -> -between.get(place))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .sorted()
                .map(place -> decisions.get(place).name())
                .toList();
    }

    /** The part of the sum of squares that lies between the options' means. */
    private static double between(TrialColumns trials, Objective objective, int[] numbers, int decision) {
        int options = trials.decisions().get(decision).options().size();
        double[] sums = new double[options];
        int[] counts = new int[options];
        double all = 0;
        for (int number : numbers) {
            int option = trials.option(decision, number);
            if (option >= 0) {
                sums[option] += trials.value(objective, number);
                counts[option]++;
                all += trials.value(objective, number);
            }
        }
        double mean = all / Math.max(1, IntStream.of(counts).sum());
        double between = 0;
        for (int option = 0; option < options; option++) {
            if (counts[option] > 0) {
                double off = sums[option] / counts[option] - mean;
                between += counts[option] * off * off;
            }
        }
        return between;
    }
}
