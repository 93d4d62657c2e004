package io.falconet.space.search;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Roofline;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight.Expectation;
import io.falconet.space.search.strategy.Candidate;
import io.falconet.space.search.strategy.Candidates;
import io.falconet.space.search.strategy.Genome;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The architectures of a space, each judged by the network that it builds: its exact cost, whether it keeps within the
 * study's limits, and an estimate in the place of its latency, which never comes out the same when it is measured. Where the
 * study limits latencies, that is what the study's device is foreseen to take, and who surely takes longer breaks the limit.
 */
public final class BuiltCandidates implements Candidates {
    private final SearchSpace space;
    private final int classes;
    private final StudySpec study;
    private final Foresight foresight;

    /** The candidates of a study's space, of which their networks tell all. */
    public BuiltCandidates(SearchSpace space, int classes, StudySpec study) {
        this(space, classes, study, Foresight.NONE);
    }

    /** The same, with more known of them. */
    public BuiltCandidates(SearchSpace space, int classes, StudySpec study, Foresight foresight) {
        this.space = space;
        this.classes = classes;
        this.study = study;
        this.foresight = foresight;
    }

    @Override
    public String name() {
        return space.name();
    }

    @Override
    public List<Choice> choices() {
        return space.choices();
    }

    @Override
    public String text(Genome genome) {
        return architecture(genome).text();
    }

    /** The architecture of those decisions. */
    Architecture architecture(Genome genome) {
        return space.architecture(genome.options());
    }

    @Override
    public Candidate of(Genome genome) {
        Detector detector;
        try {
            detector = space.detector(architecture(genome), classes);
        } catch (IllegalArgumentException | ShapeException unbuildable) {
            return Candidate.impossible(genome, "it cannot be built: " + unbuildable.getMessage());
        }
        Network network = detector.network();
        Complexity complexity = Complexity.of(network);
        Optional<Expectation> latency =
                study.bounds().bound(Objective.LATENCY) ? foresight.of(Objective.LATENCY, detector) : Optional.empty();
        double millis = latency.map(Expectation::value).orElseGet(() -> Roofline.ONE_CORE.millis(network));
        double[] features = {
            Math.log(complexity.parametersExecuted()),
            Math.log(complexity.macs()),
            Math.log(millis),
            Math.log(network.nodes().size())
        };
        double[] foreseen = study.objectives().stream()
                .mapToDouble(objective -> objective == Objective.LATENCY
                        ? millis
                        : objective.expensive()
                                ? Double.NaN
                                : ObjectiveSpace.minimised(objective, objective.value(complexity)))
                .toArray();
        Optional<String> objection = broken(complexity).or(() -> latency.flatMap(this::late));
        return new Candidate(genome, detector.id(), objection, features, foreseen);
    }

    /** What breaks no limit is held against the floors, one score after the other. */
    @Override
    public Optional<String> objection(Candidate candidate) {
        return candidate.objection().or(() -> study.scoresBeforehand().stream()
                .flatMap(score -> low(score, candidate).stream())
                .findFirst());
    }

    private Optional<String> low(Objective score, Candidate candidate) {
        Optional<Expectation> found = score(score, candidate);
        if (found.isEmpty()) {
            return Optional.of("it has no " + score.key());
        }
        double value = found.get().value();
        return study.bounds().breaks(score, value)
                ? Optional.of("its %s is %s, at least %s are asked for"
                        .formatted(
                                score.key(),
                                BigDecimal.valueOf(value).toPlainString(),
                                BigDecimal.valueOf(study.limits().get(score)).toPlainString()))
                : Optional.empty();
    }

    @Override
    public double[] furtherFeatures(Candidate candidate) {
        return study.strategy().scores().stream()
                .mapToDouble(
                        score -> score(score, candidate).map(Expectation::value).orElse(0.0))
                .toArray();
    }

    private Optional<Expectation> score(Objective score, Candidate candidate) {
        return foresight.of(score, space.detector(architecture(candidate.genome()), classes));
    }

    private Optional<String> broken(Complexity complexity) {
        return study.limits().entrySet().stream()
                .filter(limit -> !limit.getKey().expensive())
                .filter(limit -> limit.getKey().value(complexity) > limit.getValue())
                .map(limit -> String.format(
                        Locale.ROOT,
                        "it has %,.0f %s, the limit is %,.0f",
                        limit.getKey().value(complexity),
                        limit.getKey().label(),
                        limit.getValue()))
                .findFirst();
    }

    private Optional<String> late(Expectation latency) {
        return study.bounds().breaks(Objective.LATENCY, latency.low())
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "it is expected to take %.3f ms, %.3f at least, the limit is %s ms",
                        latency.value(),
                        latency.low(),
                        BigDecimal.valueOf(study.limits().get(Objective.LATENCY))
                                .stripTrailingZeros()
                                .toPlainString()))
                : Optional.empty();
    }
}
