package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds where many threads write at once and are committed together, whichever database is underneath. */
abstract class GroupLaws extends FrontLaws {
    private static final int EACH = 25;

    @Test
    void whatIsRefusedTakesNoneOfItsNeighboursWithIt() throws Exception {
        Claim claim = claimed("study");
        List<Integer> refused = at8(thread -> {
            int failures = 0;
            for (int i = 0; i < EACH; i++) {
                int number = thread * EACH + i;
                record(claim, number, new Samples(number).outcome());
                failures += refused(claim, number, i);
            }
            return failures;
        });
        assertThat(refused).containsOnly(EACH);
        assertThat(db.trials().list(claim.studyId())).hasSize(8 * EACH);
        IntStream.range(0, 8 * EACH).forEach(number -> assertThat(db.trials().outcome(claim.studyId(), number))
                .contains(new Samples(number).outcome()));
        assertThat(study("study").finished()).isEqualTo(8 * EACH);
        assertThat(db.trials().version(claim.studyId())).isEqualTo(2 + 2 * 8 * EACH);
    }

    /** Asks for what must be refused, in one of three ways, and tells how often it was. */
    private int refused(Claim claim, int number, int way) {
        try {
            switch (way % 3) {
                case 0 ->
                    db.trials()
                            .record(
                                    claim,
                                    number,
                                    new Samples(number + 1000).evaluated(),
                                    Optional.empty(),
                                    List.of(),
                                    NOW);
                case 1 -> db.trials().propose(claim, request(number, "another network"), NOW);
                default ->
                    db.trials()
                            .record(
                                    claim,
                                    number + 100_000,
                                    new Samples(number).outcome(),
                                    Optional.empty(),
                                    List.of(),
                                    NOW);
            }
            return 0;
        } catch (ResultsException refused) {
            return 1;
        }
    }

    @Test
    void eightThreadsThatRecordTheSameRecordItOnce() throws Exception {
        Claim claim = claimed("study");
        at8(thread -> {
            for (int number = 0; number < EACH; number++) {
                record(claim, number, new Samples(number).outcome());
            }
            return null;
        });
        assertThat(db.trials().list(claim.studyId())).hasSize(EACH);
        assertThat(study("study").finished()).isEqualTo(EACH);
        IntStream.range(0, EACH).forEach(number -> assertThat(db.trials().outcome(claim.studyId(), number))
                .contains(new Samples(number).outcome()));
    }

    @Test
    void aLateDriverIsRefusedWhileItsSuccessorRecords() throws Exception {
        Claim late = claimed("study");
        age(late, LIFETIME.plusSeconds(1));
        Claim claim = db.studies().claim(late.studyId(), "b", LIFETIME, NOW).orElseThrow();
        at8(thread -> {
            for (int i = 0; i < EACH; i++) {
                int number = thread * EACH + i;
                record(claim, number, new Samples(number).outcome());
                assertStale(() -> record(late, number + 100_000, new Samples(number).outcome()));
                assertStale(() -> db.trials()
                        .record(late, number, new Samples(number).outcome(), Optional.empty(), List.of(), NOW));
            }
            return null;
        });
        assertThat(db.trials().list(claim.studyId())).hasSize(8 * EACH);
        assertThat(db.trials().version(claim.studyId())).isEqualTo(3 + 2 * 8 * EACH);
    }

    @Test
    void whatIsWrittenToAStoreThatIsClosedIsRefused() {
        Claim claim = claimed("study");
        db.close();
        assertThatThrownBy(() -> db.trials().propose(claim, request(0), NOW))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("is closed");
    }
}
