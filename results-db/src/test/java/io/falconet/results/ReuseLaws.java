package io.falconet.results;

import static io.falconet.results.Samples.FIDELITY;
import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.RECIPE;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for outcomes that are taken from another trial, whichever database is underneath. */
abstract class ReuseLaws extends StudyLaws {
    private static final Optional<DeviceProfile> LOCAL = device("local", "a processor", "a runtime 1.0", 1);

    private static final Optional<String> RANDOM = Optional.empty();

    private Optional<KnownTrial> known(
            String networkId,
            String recipe,
            Fidelity fidelity,
            Optional<String> start,
            String data,
            Optional<DeviceProfile> device) {
        return db.trials().known(new Wanted(networkId, recipe, fidelity, start, data, device, Optional.empty()));
    }

    private static Optional<DeviceProfile> device(String name, String processor, String runtime, int threads) {
        return Optional.of(new DeviceProfile(name, processor, runtime, threads));
    }

    private final Evaluated timed = Samples.evaluated("data", Optional.of("local"));

    @Test
    void aKnownTrialComesWholeFromAnyStudy() {
        Claim claim = claimed("pcb");
        StoredArtifact model = db.artifacts().put("model.onnx", "onnx", new byte[] {1});
        db.trials().propose(claim, request(3, "abc"), NOW);
        db.trials().record(claim, 3, timed, Optional.empty(), List.of(model), NOW);
        assertThat(known("abc", RECIPE, FIDELITY, RANDOM, "data", LOCAL))
                .contains(new KnownTrial(new TrialReference("pcb", 3), timed, List.of(model)));
    }

    @Test
    void whatDiffersIsNotKnown() {
        Claim claim = claimed("pcb");
        record(claim, 0, timed);
        String network = request(0).networkId();
        assertThat(known(network, RECIPE, FIDELITY, RANDOM, "data", LOCAL)).isPresent();
        assertThat(known(network, RECIPE, FIDELITY, RANDOM, "data", Optional.empty()))
                .isPresent();
        assertThat(known(network, "another recipe", FIDELITY, RANDOM, "data", LOCAL))
                .isEmpty();
        assertThat(known("another", RECIPE, FIDELITY, RANDOM, "data", LOCAL)).isEmpty();
        assertThat(known(network, RECIPE, new Fidelity(9, 0, 16), RANDOM, "data", LOCAL))
                .isEmpty();
        assertThat(known(network, RECIPE, new Fidelity(8, 1, 16), RANDOM, "data", LOCAL))
                .isEmpty();
        assertThat(known(network, RECIPE, new Fidelity(8, 0, 8), RANDOM, "data", LOCAL))
                .isEmpty();
        assertThat(known(network, RECIPE, FIDELITY, RANDOM, "other data", LOCAL))
                .isEmpty();
        assertThat(known(network, RECIPE, new Fidelity(8, 0, 16, 9, 1), RANDOM, "data", LOCAL))
                .isEmpty();
        assertThat(known(network, RECIPE, new Fidelity(8, 0, 16, 8, 0.5), RANDOM, "data", LOCAL))
                .isEmpty();
        assertThat(known(network, RECIPE, FIDELITY, Optional.of("f00d"), "data", LOCAL))
                .isEmpty();
        for (Optional<DeviceProfile> other : List.of(
                device("pi", "a processor", "a runtime 1.0", 1),
                device("local", "another processor", "a runtime 1.0", 1),
                device("local", "a processor", "a runtime 1.1", 1),
                device("local", "a processor", "a runtime 1.0", 2))) {
            assertThat(known(network, RECIPE, FIDELITY, RANDOM, "data", other)).isEmpty();
        }
    }

    @Test
    void whereASeedIsWantedNoOtherAnswers() {
        record(claimed("pcb"), 0, timed);
        String network = request(0).networkId();
        long seed = timed.provenance().seed();
        assertThat(db.trials().known(new Wanted(network, RECIPE, FIDELITY, RANDOM, "data", LOCAL, Optional.of(seed))))
                .isPresent();
        assertThat(db.trials()
                        .known(new Wanted(network, RECIPE, FIDELITY, RANDOM, "data", LOCAL, Optional.of(seed + 1))))
                .isEmpty();
    }

    @Test
    void aTrialFromGivenWeightsAnswersForTheseAlone() {
        Evaluated further = Samples.evaluated("data", Optional.empty());
        Map<String, String> versions = new HashMap<>(further.provenance().versions());
        versions.put(Provenance.START, "f00d");
        Provenance given = further.provenance();
        record(
                claimed("pcb"),
                0,
                new Evaluated(
                        further.complexity(),
                        further.accuracy(),
                        further.latency(),
                        further.curve(),
                        new Provenance(
                                given.seed(),
                                given.codeVersion(),
                                given.dataFingerprint(),
                                given.fidelity(),
                                versions,
                                given.started(),
                                given.elapsed())));
        String network = request(0).networkId();
        assertThat(known(network, RECIPE, FIDELITY, Optional.of("f00d"), "data", Optional.empty()))
                .isPresent();
        assertThat(known(network, RECIPE, FIDELITY, Optional.of("beef"), "data", Optional.empty()))
                .isEmpty();
        assertThat(known(network, RECIPE, FIDELITY, RANDOM, "data", Optional.empty()))
                .isEmpty();
    }

    @Test
    void onlyEvaluatedTrialsAreKnown() {
        Claim claim = claimed("pcb");
        record(claim, 0, new Failed("boom", "", timed.provenance()));
        db.trials().propose(claim, request(1), NOW);
        assertThat(known(request(0).networkId(), RECIPE, FIDELITY, RANDOM, "data", Optional.empty()))
                .isEmpty();
        assertThat(known(request(1).networkId(), RECIPE, FIDELITY, RANDOM, "data", Optional.empty()))
                .isEmpty();
    }

    @Test
    void aTrialThatWasNotTimedAnswersWhereNoDeviceIsAsked() {
        record(claimed("pcb"), 0, Samples.evaluated("data", Optional.empty()));
        String network = request(0).networkId();
        assertThat(known(network, RECIPE, FIDELITY, RANDOM, "data", Optional.empty()))
                .isPresent();
        assertThat(known(network, RECIPE, FIDELITY, RANDOM, "data", LOCAL)).isEmpty();
    }

    @Test
    void theOriginalIsKnownAndNeverACopy() {
        Claim original = claimed("original");
        record(original, 0, timed);
        Claim copy = claimed("copy");
        TrialReference source = new TrialReference("original", 0);
        db.trials().propose(copy, request(5, request(0).networkId()), NOW);
        db.trials().record(copy, 5, timed, Optional.of(source), List.of(), NOW.minusSeconds(9));

        assertThat(known(request(0).networkId(), RECIPE, FIDELITY, RANDOM, "data", LOCAL)
                        .map(KnownTrial::reference))
                .contains(source);
        assertThat(db.trials().find(copy.studyId(), 5).flatMap(TrialRecord::reusedFrom))
                .contains(source);
        assertThat(db.trials().find(original.studyId(), 0).flatMap(TrialRecord::reusedFrom))
                .isEmpty();
        assertThat(db.studies().summaries()).extracting(StudySummary::reused).containsExactly(1, 0);
        refuses(copy, new TrialReference("copy", 5));
    }

    @Test
    void whatWasNeverEvaluatedCannotBeReused() {
        Claim claim = claimed("pcb");
        record(claim, 0, new Failed("boom", "", timed.provenance()));
        refuses(claim, new TrialReference("pcb", 0));
        refuses(claim, new TrialReference("pcb", 7));
        refuses(claim, new TrialReference("nobody", 0));
    }

    private void refuses(Claim claim, TrialReference source) {
        db.trials().propose(claim, request(9), NOW);
        assertThatThrownBy(() -> db.trials().record(claim, 9, timed, Optional.of(source), List.of(), NOW))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected %s to be a trial that was itself evaluated", source);
        assertThat(db.trials().outcome(claim.studyId(), 9)).isEmpty();
    }
}
