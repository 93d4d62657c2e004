package io.falconet.space.search.strategy;

import io.falconet.space.search.pareto.Fronts;
import io.falconet.space.search.surrogate.Acquaintance;
import io.falconet.space.search.surrogate.Experience;
import io.falconet.space.search.surrogate.LikenessFit;
import io.falconet.space.search.surrogate.NormalScores;
import io.falconet.space.search.surrogate.OutcomeModel;
import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a lineage learns from its outcomes. How alike outcomes are is fitted anew as often as there are some percent more of
 * them, each fit starting from the one before, so that it follows from the outcomes alone; models are of all outcomes, and of the
 * best known and some of the others where there are too many. What failed counts as turned out as badly as the worst.
 */
final class Learning {
    private static final int FIRST_FIT = 8;
    private static final double GROWTH = 1.1;
    /** Up to so many outcomes models are of all of them. */
    private static final int FEW_ENOUGH = 500;
    /** Of more, of so many: a proposal takes time in the cube of those that models are of. */
    private static final int MOST_KNOWN = 240;

    private static final int FIRST = 24;
    private static final double FENCE = 3;
    private static final double BEST_AMONG_MANY = 0.7;

    private final List<Choice> choices;
    /** By objective: the fits to the first outcomes, each to some more. */
    private final List<List<LikenessFit>> fits = new ArrayList<>();

    Learning(List<Choice> choices) {
        this.choices = choices;
    }

    /** What the outcomes tell, some of which are no failures; what is in flight is taken to turn out as expected. */
    Insight insight(Moment moment) {
        List<Known> known = moment.known();
        List<double[]> points = points(known);
        int[] chosen = chosen(points);
        List<Known> some = IntStream.of(chosen).mapToObj(known::get).toList();
        Acquaintance acquaintance = new Acquaintance(
                experience(some.stream().map(Known::candidate).toList()), experience(moment.pending()));
        int objectives = points.get(0).length;
        List<Optional<OutcomeModel>> models = new ArrayList<>();
        List<NormalScores> scales = new ArrayList<>();
        for (int objective = 0; objective < objectives; objective++) {
            double[] values = values(IntStream.of(chosen).mapToObj(points::get).toList(), objective);
            if (Double.isNaN(known.get(0).candidate().foreseen()[objective])) {
                LikenessFit fit = fit(objective, known, points);
                OutcomeModel model = OutcomeModel.of(acquaintance, values, fit);
                models.add(Optional.of(model));
                scales.add(model.scale());
            } else {
                models.add(Optional.empty());
                scales.add(new NormalScores(values));
            }
        }
        List<double[]> first = points.subList(0, Math.min(FIRST, points.size()));
        double[] reference = IntStream.range(0, objectives)
                .mapToDouble(i -> scales.get(i).score(fence(values(first, i))))
                .toArray();
        List<Known> evaluated =
                some.stream().filter(it -> it.point().isPresent()).toList();
        return new Insight(evaluated, acquaintance, models, scales, reference);
    }

    /**
     * The worst value that counts: what is usual among the first outcomes (Tukey's outer fence, 1977), before the search
     * concentrated on anything. Networks that are fast because they see nothing are on the front too, and a search would
     * find ever more of them.
     */
    private static double fence(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double lower = sorted[sorted.length / 4];
        double upper = sorted[3 * sorted.length / 4];
        return upper + FENCE * (upper - lower);
    }

    private Experience experience(List<Candidate> candidates) {
        return new Experience(
                choices,
                candidates.stream().map(it -> it.genome().options()).toList(),
                candidates.stream().map(Candidate::features).toList());
    }

    /** By candidate: its point; of one that failed, what it was foreseen to cost and the worst of all in the rest. */
    private static List<double[]> points(List<Known> known) {
        int objectives = known.get(0).candidate().foreseen().length;
        double[] worst = new double[objectives];
        Arrays.fill(worst, Double.NEGATIVE_INFINITY);
        for (Known one : known) {
            if (one.point().isPresent()) {
                Arrays.setAll(worst, i -> Math.max(worst[i], one.point().get()[i]));
            }
        }
        return known.stream()
                .map(it -> it.point().orElseGet(() -> failed(it.candidate(), worst)))
                .toList();
    }

    private static double[] failed(Candidate candidate, double[] worst) {
        double[] point = candidate.foreseen().clone();
        for (int i = 0; i < point.length; i++) {
            if (Double.isNaN(point[i])) {
                point[i] = worst[i];
            }
        }
        return point;
    }

    private static double[] values(List<double[]> points, int objective) {
        return points.stream().mapToDouble(it -> it[objective]).toArray();
    }

    /** The fit to as many of the first outcomes as make up full steps of growth. */
    private LikenessFit fit(int objective, List<Known> known, List<double[]> points) {
        while (fits.size() <= objective) {
            fits.add(new ArrayList<>(List.of(LikenessFit.usual())));
        }
        List<LikenessFit> steps = fits.get(objective);
        int step = 0;
        for (int count = FIRST_FIT; count <= Math.min(points.size(), MOST_KNOWN); count = next(count)) {
            step++;
            if (steps.size() <= step) {
                steps.add(steps.get(step - 1)
                        .improved(experience(first(known, count)), values(points.subList(0, count), objective)));
            }
        }
        return steps.get(step);
    }

    private static List<Candidate> first(List<Known> known, int count) {
        return known.subList(0, count).stream().map(Known::candidate).toList();
    }

    private static int next(int count) {
        return (int) Math.ceil(count * GROWTH);
    }

    /** Those that models are of, by index: the best by front, and evenly some of the rest. */
    private static int[] chosen(List<double[]> points) {
        if (points.size() <= FEW_ENOUGH) {
            return IntStream.range(0, points.size()).toArray();
        }
        int[] byRank = byRank(Fronts.of(points));
        int best = (int) (BEST_AMONG_MANY * MOST_KNOWN);
        int others = MOST_KNOWN - best;
        return IntStream.concat(
                        IntStream.range(0, best).map(i -> byRank[i]),
                        IntStream.range(0, others)
                                .map(i -> byRank[best + (int) ((long) i * (byRank.length - best) / others)]))
                .sorted()
                .toArray();
    }

    /** Indices from the first front to the last, those of one front in their order. */
    private static int[] byRank(int[] ranks) {
        int[] next = new int[IntStream.of(ranks).max().orElse(0) + 2];
        for (int rank : ranks) {
            next[rank + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            order[next[ranks[i]]++] = i;
        }
        return order;
    }
}
