package io.falconet.cluster.compare;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.JointFront;
import io.falconet.space.search.ObjectiveSpace;
import io.falconet.space.study.StudySpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Searches for the same by several strategies, each from several seeds: what each found by as many trials. */
public final class StrategyComparison {
    private final StudySpec study;
    private final JointFront joint;
    private final Map<String, List<Searched>> searches;

    /**
     * A comparison.
     *
     * @param study what all of them searched for
     * @param searches all that were made
     */
    public StrategyComparison(StudySpec study, List<Searched> searches) {
        this.study = study;
        this.joint =
                new JointFront(study, searches.stream().map(Searched::outcomes).toList());
        this.searches = searches.stream()
                .collect(Collectors.groupingBy(Searched::strategy, LinkedHashMap::new, Collectors.toList()));
    }

    /** The strategies, in the order of their first searches. */
    public List<String> strategies() {
        return List.copyOf(searches.keySet());
    }

    /** After how many trials they are compared: a quarter, half, and all that were asked for. */
    public List<Integer> marks() {
        return IntStream.of(4, 2, 1)
                .mapToObj(part -> Math.max(1, study.trials() / part))
                .distinct()
                .toList();
    }

    /** Median over a strategy's searches of the share of the joint front's hypervolume that so many first trials attain. */
    public double share(String strategy, int trials) {
        return median(searches.get(strategy).stream()
                .mapToDouble(search -> joint.share(first(search, trials)))
                .toArray());
    }

    /** The seeds, in the order of their first searches. */
    public List<Long> seeds() {
        return searches.values().stream()
                .flatMap(List::stream)
                .map(Searched::seed)
                .distinct()
                .toList();
    }

    /** The share of each search of a strategy with all of its trials, in the order of the seeds. */
    public List<Double> shares(String strategy) {
        return searches.get(strategy).stream()
                .map(search -> joint.share(search.outcomes()))
                .toList();
    }

    /** Median over a strategy's searches of the best value of the first objective; NaN where half of them have none. */
    public double best(String strategy) {
        ObjectiveSpace first = new ObjectiveSpace(study.objectives().subList(0, 1));
        double least = median(searches.get(strategy).stream()
                .mapToDouble(search -> search.outcomes().stream()
                        .filter(study::fullyTrained)
                        .map(first::point)
                        .flatMap(Optional::stream)
                        .mapToDouble(point -> point[0])
                        .min()
                        .orElse(Double.NaN))
                .toArray());
        return ObjectiveSpace.minimised(study.objectives().get(0), least);
    }

    /** What is searched for. */
    public StudySpec study() {
        return study;
    }

    private static List<Outcome> first(Searched search, int trials) {
        return search.outcomes().subList(0, Math.min(trials, search.outcomes().size()));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
