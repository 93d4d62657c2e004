package io.falconet.space.search.strategy;

import io.falconet.space.search.surrogate.Acquaintance;
import io.falconet.space.search.surrogate.Experience;
import io.falconet.space.search.surrogate.LikenessFit;
import io.falconet.space.search.surrogate.NormalScores;
import io.falconet.space.search.surrogate.OutcomeModel;
import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a lineage learns from its outcomes. How alike outcomes are is fitted anew as often as there are some percent more of
 * them, each fit starting from the one before, so that it follows from the outcomes alone; models are of all outcomes, and of the
 * best known and some of the others where there are too many. What failed counts as turned out as badly as the worst.
 */
final class Learning {
    /** So many outcomes, of which there are always as many, give numbers their scale before the first fit. */
    private static final int FIRST_SCALE = 4;

    private static final int FIRST_FIT = 8;
    private static final double GROWTH = 1.1;
    /** Up to so many outcomes models are of all of them, and fitted anew. */
    static final int FEW_ENOUGH = 500;

    private static final int FIRST = 24;
    private static final double FENCE = 3;

    private final List<Choice> choices;
    private final Randomness randomness;
    /** By objective: the fits to the first outcomes, each to some more. */
    private final List<List<LikenessFit>> fits = new ArrayList<>();
    /** By objective: whom the last model was of. */
    private final Map<Integer, Acquaintance> acquaintances = new HashMap<>();

    Learning(List<Choice> choices, Randomness randomness) {
        this.choices = choices;
        this.randomness = randomness;
    }

    /** What the outcomes tell, some of which are no failures; what is in flight is taken to turn out as expected. */
    Insight insight(Moment moment) {
        return insight(moment.known(), moment.pending(), acquaintances);
    }

    /** What so many of the first outcomes told when nothing was in flight. */
    Insight insightOfFirst(Moment moment, int outcomes) {
        return insight(moment.known().subList(0, outcomes), List.of(), new HashMap<>());
    }

    private Insight insight(List<Known> known, List<Candidate> pending, Map<Integer, Acquaintance> acquaintances) {
        List<double[]> points = points(known);
        int[] chosen = Selection.of(points, FEW_ENOUGH);
        List<Known> some = IntStream.of(chosen).mapToObj(known::get).toList();
        Experience all = experience(Stream.concat(some.stream().map(Known::candidate), pending.stream())
                .toList());
        int objectives = points.get(0).length;
        List<Optional<OutcomeModel>> models = new ArrayList<>();
        List<NormalScores> scales = new ArrayList<>();
        for (int objective = 0; objective < objectives; objective++) {
            double[] values = values(IntStream.of(chosen).mapToObj(points::get).toList(), objective);
            if (Double.isNaN(known.get(0).candidate().foreseen()[objective])) {
                LikenessFit fit = fit(objective, known, points);
                Acquaintance acquaintance = acquaintances
                        .getOrDefault(objective, new Acquaintance(fit))
                        .with(fit, all);
                acquaintances.put(objective, acquaintance);
                OutcomeModel model = new OutcomeModel(acquaintance, values);
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
        return new Insight(evaluated, models, scales, reference);
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
            Experience few = experience(first(known, FIRST_SCALE));
            fits.add(new ArrayList<>(List.of(LikenessFit.usual(few))));
        }
        List<LikenessFit> steps = fits.get(objective);
        int step = 0;
        for (int count = FIRST_FIT; count <= Math.min(points.size(), FEW_ENOUGH); count = next(count)) {
            step++;
            if (steps.size() <= step) {
                steps.add(steps.get(step - 1)
                        .improved(
                                experience(first(known, count)),
                                values(points.subList(0, count), objective),
                                randomness.learning(objective, count)));
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
}
