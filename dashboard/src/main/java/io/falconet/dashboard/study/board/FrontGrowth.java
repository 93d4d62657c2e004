package io.falconet.dashboard.study.board;

import io.falconet.dashboard.study.board.Growth.Step;
import io.falconet.results.TrialState;
import io.falconet.results.columns.TrialColumns;
import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.search.HypervolumeHistory;
import io.falconet.space.search.ObjectiveSpace;
import io.falconet.space.search.pareto.GrowingFront;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Follows a study's front as outcomes come to be known. Each costs one comparison with every trial on the front. The
 * hypervolume is measured exactly, but only after some of the trials that came onto the front: of many, every second,
 * fourth, eighth and so on, fewer the larger the front, so that all of it takes about a second at most.
 */
final class FrontGrowth {
    /** Steps of pairs of coordinates that are compared for all of the history. */
    private static final double WORK = 8e8;

    private static final int MOST_STEPS = 128;
    private static final int FEWEST_STEPS = 8;

    private final Optional<StudySpec> spec;
    private final List<Objective> objectives;
    private final List<Objective> told;
    private final Bounds bounds;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, double[]> points = new HashMap<>();
    private final Map<Integer, Double> measured = new HashMap<>();
    private final Map<Objective, List<Step>> best = new EnumMap<>(Objective.class);
    private final double[] least;
    private final double[] greatest;
    private GrowingFront<Integer> front = new GrowingFront<>();
    private List<Step> steps = List.of();
    private long lastNanos;
    private boolean changed;

    FrontGrowth(Optional<StudySpec> spec) {
        this.spec = spec;
        this.objectives = Board.objectives(spec);
        this.told = Board.told(spec);
        this.bounds = spec.map(StudySpec::bounds).orElse(Bounds.NONE);
        this.least = new double[objectives.size()];
        this.greatest = new double[objectives.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    }

    private record Entry(int number, long nanos, double[] point) {}

    /** Takes outcomes that were recorded since, in any order. */
    void add(TrialColumns trials, int[] numbers) {
        IntStream.of(numbers)
                .boxed()
                .sorted(Comparator.comparingLong(trials::finishedNanos).thenComparing(Comparator.naturalOrder()))
                .forEach(number -> add(trials, number));
    }

    private void add(TrialColumns trials, int number) {
        lastNanos = Math.max(lastNanos, trials.finishedNanos(number));
        if (!trials.is(TrialState.EVALUATED, number)
                || !Board.inFull(spec, trials.fidelity(number))
                || !Board.within(bounds, trials, number)) {
            return;
        }
        told.forEach(objective -> better(objective, trials.value(objective, number), number));
        double[] point = objectives.stream()
                .mapToDouble(objective -> ObjectiveSpace.minimised(objective, trials.value(objective, number)))
                .toArray();
        if (Arrays.stream(point).anyMatch(Double::isNaN)) {
            return;
        }
        for (int axis = 0; axis < point.length; axis++) {
            if (point[axis] < least[axis] || point[axis] > greatest[axis]) {
                least[axis] = Math.min(least[axis], point[axis]);
                greatest[axis] = Math.max(greatest[axis], point[axis]);
                measured.clear(); // another box
                changed = true;
            }
        }
        if (front.offer(number, point)) {
            entries.add(new Entry(number, lastNanos, point));
            points.put(number, point);
            changed = true;
        }
    }

    private void better(Objective objective, double value, int number) {
        List<Step> steps = best.computeIfAbsent(objective, none -> new ArrayList<>());
        double before =
                steps.isEmpty() ? Double.NaN : steps.get(steps.size() - 1).value();
        boolean better = objective.direction() == Direction.MINIMIZE ? value < before : value > before;
        if (better || steps.isEmpty() && !Double.isNaN(value)) {
            steps.add(new Step(number, lastNanos, value));
        }
    }

    /** What is known so far. */
    Growth soFar() {
        if (changed) {
            steps = spec.map(this::steps).orElse(List.of());
            changed = false;
        }
        Map<Objective, List<Step>> reached = new LinkedHashMap<>();
        best.forEach((objective, steps) -> reached.put(objective, List.copyOf(steps)));
        return new Growth(
                front.items().stream().mapToInt(number -> number).sorted().toArray(),
                steps,
                entries.size(),
                reached,
                lastNanos);
    }

    private List<Step> steps(StudySpec study) {
        int[] chosen = chosen();
        GrowingFront<Integer> then = new GrowingFront<>();
        List<Step> found = new ArrayList<>();
        double share = 0;
        int next = 0;
        for (int place : chosen) {
            for (; next <= place; next++) {
                then.offer(entries.get(next).number(), entries.get(next).point());
            }
            Entry entry = entries.get(place);
            GrowingFront<Integer> front = then;
            share = Math.max(
                    share,
                    measured.computeIfAbsent(
                            entry.number(),
                            none -> HypervolumeHistory.share(
                                    study,
                                    List.of(least, greatest),
                                    front.items().stream().map(points::get).toList())));
            found.add(new Step(entry.number(), entry.nanos(), share));
        }
        return found;
    }

    /** Places of entries after which the front is measured: the same ones again as more come, up to another doubling. */
    private int[] chosen() {
        double cost = Math.pow(front.items().size(), Math.max(2, objectives.size()));
        int most = (int) Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, WORK / cost));
        int stride = 1;
        while (entries.size() / stride > most) {
            stride *= 2;
        }
        int every = stride;
        int last = entries.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(place -> place % every == 0 || place == last)
                .toArray();
    }
}
