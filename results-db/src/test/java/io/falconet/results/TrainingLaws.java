package io.falconet.results;

import static io.falconet.results.Samples.FIDELITY;
import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.rank.Training;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for the trainings of a study's networks, whichever database is underneath. */
abstract class TrainingLaws extends CalibrationLaws {
    private static final Fidelity LONG = new Fidelity(60, 0, 16);

    /** An outcome without a curve, as trainings are listed. */
    private static Evaluated trained(String data, Fidelity fidelity, String recipe) {
        Evaluated sample = Samples.evaluated(data, Optional.of("local"));
        Provenance from = Samples.provenance(data, fidelity);
        return new Evaluated(
                sample.complexity(),
                sample.accuracy(),
                sample.latency(),
                List.of(),
                new Provenance(
                        from.seed(),
                        from.codeVersion(),
                        data,
                        fidelity,
                        Map.of(Provenance.RECIPE, recipe),
                        from.started(),
                        from.elapsed()));
    }

    private static Evaluated trained(Fidelity fidelity) {
        return trained("data", fidelity, Samples.RECIPE);
    }

    @Test
    void longerTrainingsCountWhereverTheyWereDone() {
        Claim study = claimed("study");
        record(study, 0, trained(FIDELITY));
        record(study, 1, trained(FIDELITY));
        Claim longer = claimed("longer");
        record(longer, 1, trained(LONG));
        record(longer, 7, trained(LONG));

        assertThat(db.trials().trainings(study.studyId()))
                .containsExactlyInAnyOrder(
                        new Training("network-0", trained(FIDELITY)),
                        new Training("network-1", trained(FIDELITY)),
                        new Training("network-1", trained(LONG)));
        assertThat(db.trials().trainings(longer.studyId()))
                .extracting(Training::networkId)
                .containsExactlyInAnyOrder("network-1", "network-7", "network-1");
    }

    @Test
    void theStudysOwnTrainingsComeFirst() {
        record(claimed("earlier"), 0, trained(LONG));
        Claim study = claimed("study");
        record(study, 0, trained(FIDELITY));
        assertThat(db.trials().trainings(study.studyId()))
                .extracting(Training::fidelity)
                .containsExactly(FIDELITY, LONG);
    }

    @Test
    void otherDataOtherRecipesAndFailuresDoNotCount() {
        Claim study = claimed("study");
        record(study, 0, trained(FIDELITY));
        record(study, 1, new Failed("boom", "", trained(FIDELITY).provenance()));
        record(claimed("a"), 0, trained("other data", LONG, Samples.RECIPE));
        record(claimed("b"), 0, trained("data", LONG, "another recipe"));
        record(claimed("c"), 0, new Failed("boom", "", trained(LONG).provenance()));
        record(claimed("d"), 1, trained(LONG));
        assertThat(db.trials().trainings(study.studyId())).hasSize(1);
    }

    @Test
    void aTrainingThatWasTakenOverCountsOnce() {
        Claim original = claimed("original");
        record(original, 0, trained(FIDELITY));
        Claim copy = claimed("copy");
        db.trials().propose(copy, request(0), NOW);
        db.trials().record(copy, 0, trained(FIDELITY), Optional.of(new TrialReference("original", 0)), List.of(), NOW);
        assertThat(db.trials().trainings(original.studyId())).hasSize(1);
        assertThat(db.trials().trainings(copy.studyId()))
                .as("its own, and the original")
                .hasSize(2);
    }
}
