package io.falconet.evaluator.proxy;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.train.TrainingRecipe;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Scores without training as a search foresees them, of each network once. Those that look at images look at {@value #IMAGES},
 * and are means over {@value #SEEDS} draws of weights and images: between draws a gradient norm differs by half. Values are told
 * to as many digits as another machine would compute, so that it would search the same. Thread-safe; one score is computed at a
 * time, never during a measurement.
 */
public final class ForeseenScores implements Foresight {
    /** That a detector looks at. */
    static final int IMAGES = 16;

    private static final int SEEDS = 3;

    /** Where jacov is mostly the inverse of an eigenvalue near 0, which is mostly what rounding left. */
    private static final double FAR_DOWN = -100;

    private static final int DIGITS_FAR_DOWN = 2;

    private final List<Scoring> scorings = new ArrayList<>();
    private final ComputeGate gate;
    private final Map<Known, Optional<Expectation>> known = new HashMap<>();

    private record Known(Objective objective, String detector) {}

    /**
     * How a score is computed.
     *
     * @param seeds over which it is the mean
     * @param digits that count
     */
    private record Way(UntrainedScore score, int seeds, int digits) {}

    /**
     * @param train of which images are drawn
     * @param recipe by which candidates are trained
     * @param gate that keeps measurements quiet
     */
    public ForeseenScores(Dataset train, TrainingRecipe recipe, ImageCache images, ComputeGate gate) {
        this.gate = gate;
        for (int seed = 1; seed <= SEEDS; seed++) {
            scorings.add(new Scoring(train, recipe, images, IMAGES, seed));
        }
    }

    /**
     * A score of a detector. Takes from a tenth of a second to some seconds where it was not asked for before.
     *
     * @throws io.falconet.evaluator.data.DatasetException if no image can be read
     */
    @Override
    public synchronized Optional<Expectation> of(Objective objective, Detector detector) {
        return objective.origin() == Objective.Origin.UNTRAINED
                ? known.computeIfAbsent(new Known(objective, detector.id()), absent -> scored(objective, detector))
                : Optional.empty();
    }

    private Optional<Expectation> scored(Objective objective, Detector detector) {
        Way way = way(objective);
        double sum = 0;
        for (Scoring scoring : scorings.subList(0, way.seeds())) {
            OptionalDouble value = gate.compute(() -> scoring.of(way.score(), detector));
            if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
                return Optional.empty();
            }
            sum += value.getAsDouble();
        }
        double mean = sum / way.seeds();
        int digits = mean < FAR_DOWN ? DIGITS_FAR_DOWN : way.digits();
        return Optional.of(Expectation.sure(
                new BigDecimal(mean).round(new MathContext(digits)).doubleValue()));
    }

    private static Way way(Objective objective) {
        return switch (objective) {
            case SYNFLOW -> new Way(new Synflow(), 1, 5);
            case NASWOT -> new Way(new ActivationPatterns(), SEEDS, 5);
            case JACOV -> new Way(new JacobianCovariance(), SEEDS, 5);
            case GRAD_NORM -> new Way(new GradientNorm(), SEEDS, 3);
            case MAP50_95, MAP50, MAP_SMALL, LATENCY, PARAMETERS, MACS ->
                throw new IllegalArgumentException(objective.key() + " is no score without training.");
        };
    }
}
