package io.falconet.cluster.driver;

import io.falconet.evaluator.ArchitectureEvaluator;
import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.train.Recipes;
import io.falconet.results.Claim;
import io.falconet.results.KnownTrial;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.Wanted;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.search.TrialRunner;
import io.falconet.space.study.StudySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Answers from the store what is known, has evaluated what is not, and records each outcome in one transaction. To resume
 * a study is to run it again in front of this: what was finished is answered at once, so nothing is trained twice.
 */
final class RecordingRunner implements TrialRunner {
    private final ResultsDb db;
    private final Claim claim;
    private final StudySpec spec;
    private final String dataFingerprint;
    private final DeviceProfile device;
    private final Reuse reuse;
    private final Function<TrialRequest, Map<Objective, Double>> scores;
    private final Function<TrialRequest, CompletionStage<Evaluation>> evaluator;
    private final Clock clock;
    private final Ancestry ancestry;
    private volatile boolean paused;
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger reused = new AtomicInteger();
    private final AtomicInteger evaluated = new AtomicInteger();

    RecordingRunner(
            ResultsDb db,
            Claim claim,
            StudySpec spec,
            String dataFingerprint,
            DeviceProfile device,
            Reuse reuse,
            Function<TrialRequest, Map<Objective, Double>> scores,
            Function<TrialRequest, CompletionStage<Evaluation>> evaluator,
            Clock clock) {
        this.db = db;
        this.claim = claim;
        this.spec = spec;
        this.dataFingerprint = dataFingerprint;
        this.device = device;
        this.reuse = reuse;
        this.scores = scores;
        this.evaluator = evaluator;
        this.clock = clock;
        this.ancestry = new Ancestry(db);
    }

    @Override
    public CompletionStage<Outcome> run(TrialRequest request) {
        db.trials().propose(claim, request, clock.instant());
        Optional<Outcome> before = db.trials().outcome(claim.studyId(), request.number());
        if (before.isPresent()) {
            stored.incrementAndGet();
            return CompletableFuture.completedStage(before.get());
        }
        if (request.objection().isPresent()) {
            return CompletableFuture.completedStage(
                    refuse(request, request.objection().get()));
        }
        Optional<KnownTrial> known = db.trials()
                .known(new Wanted(
                        request.networkId(),
                        Recipes.version(spec.recipe()),
                        request.fidelity(),
                        ancestry.startingWeights(claim.studyId(), request),
                        dataFingerprint,
                        Optional.of(device),
                        reuse == Reuse.OF_ITS_SEED ? Optional.of(request.seed()) : Optional.empty()));
        if (known.isPresent()) {
            return CompletableFuture.completedStage(take(request, known.get()));
        }
        Map<Objective, Double> untrained = scores.apply(request);
        return evaluator.apply(request).thenApply(evaluation -> record(request, evaluation, untrained));
    }

    @Override
    public boolean takesMore() {
        return !paused;
    }

    /** From now on no further trial is taken. */
    void pause() {
        paused = true;
    }

    /** A seed that breaks a limit is not even looked for: whoever trained it had another limit. */
    private Outcome refuse(TrialRequest request, String objection) {
        Outcome refused = new Infeasible(
                objection,
                new Provenance(
                        request.seed(),
                        ArchitectureEvaluator.version(),
                        dataFingerprint,
                        request.fidelity(),
                        Map.of(Provenance.RECIPE, Recipes.version(spec.recipe())),
                        clock.instant(),
                        Duration.ZERO));
        db.trials().record(claim, request.number(), refused, Optional.empty(), List.of(), clock.instant());
        return refused;
    }

    private Outcome take(TrialRequest request, KnownTrial known) {
        Outcome outcome = known.outcome().with(scores.apply(request));
        db.trials()
                .record(
                        claim,
                        request.number(),
                        outcome,
                        Optional.of(known.reference()),
                        known.artifacts(),
                        clock.instant());
        reused.incrementAndGet();
        return outcome;
    }

    private Outcome record(TrialRequest request, Evaluation evaluation, Map<Objective, Double> untrained) {
        Outcome outcome =
                evaluation.outcome() instanceof Evaluated found ? found.with(untrained) : evaluation.outcome();
        List<StoredArtifact> artifacts = evaluation.artifacts().stream()
                .map(artifact -> db.artifacts().put(artifact.name(), artifact.kind(), artifact.content()))
                .toList();
        db.trials().record(claim, request.number(), outcome, Optional.empty(), artifacts, clock.instant());
        evaluated.incrementAndGet();
        return outcome;
    }

    /** Trials answered by this study's own records. */
    int stored() {
        return stored.get();
    }

    /** Trials answered by another trial's record of the same network. */
    int reused() {
        return reused.get();
    }

    /** Trials evaluated. */
    int evaluated() {
        return evaluated.get();
    }
}
