package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.StudyState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two drivers of one study, and clocks that are set meanwhile: nothing is lost, and nothing is there twice. */
class RivalsTest extends MishapFixture {
    @Test
    void aSecondDriverIsRefusedWhileTheFirstSearches() {
        SearchEnd first = search(
                Clock.systemUTC(), at(MISHAP, () -> assertThatThrownBy(() -> search(Clock.systemUTC(), this::evaluate))
                        .isInstanceOf(TakenException.class)
                        .hasMessageContaining("Study pcb is being searched by process "
                                + ProcessHandle.current().pid())
                        .hasMessageContaining("a study has one driver at a time")));

        assertThat(first.finished()).isTrue();
        whole();
    }

    @Test
    void aDriverThatLostItsStudyIsRefusedAndHarmsNothing() {
        assertThatThrownBy(() -> search(Clock.systemUTC(), at(MISHAP, () -> {
                    Studies.silence(db, "pcb", Claiming.LIFETIME.plusSeconds(1));
                    assertThat(search(Clock.systemUTC(), this::evaluate).finished())
                            .isTrue();
                })))
                .hasMessageContaining("has been released or taken over");

        assertThat(study().state()).isEqualTo(StudyState.FINISHED);
        whole();
    }

    /** The driver's clock is set by a day whenever it is looked at. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void aClockThatJumpsLosesNothing(int days) {
        SearchEnd end = search(new JumpingClock(days), at(MISHAP, () -> assertThatThrownBy(
                        () -> search(new JumpingClock(-days), this::evaluate))
                .isInstanceOf(TakenException.class)));

        assertThat(end.finished()).isTrue();
        assertThat(end.elapsed()).isBetween(Duration.ZERO, Duration.ofHours(1));
        whole();
    }

    /** The database's clock is set by a day under a driver of this process, and another takes its study for silent. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void theClockOfTheDatabaseMayJumpToo(int days) {
        assertThatThrownBy(() -> search(Clock.systemUTC(), at(MISHAP, () -> {
                    Studies.silence(db, "pcb", Duration.ofDays(days));
                    assertThat(search(Clock.systemUTC(), this::evaluate).finished())
                            .isTrue();
                })))
                .hasMessageContaining("has been released or taken over");
        whole();
    }

    /** Is set by some days whenever somebody looks at it. */
    private static final class JumpingClock extends Clock {
        private final AtomicInteger looks = new AtomicInteger();
        private final int days;

        JumpingClock(int days) {
            this.days = days;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(Duration.ofDays((long) days * looks.incrementAndGet()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
