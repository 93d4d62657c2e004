package io.falconet.cluster.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.cluster.driver.Studies;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.study.StudySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrategyComparisonTest {
    private final StudySpec study = Studies.named("compared", 4);
    private final Provenance provenance =
            new Provenance(1, "test", "", study.fidelity(), Map.of(), Instant.EPOCH, Duration.ZERO);
    private final Outcome fast = outcome(0.2, 4);
    private final Outcome accurate = outcome(0.6, 12);
    private final Outcome poor = outcome(0.1, 13);
    private final Outcome failed = new Failed("It diverged.", "", provenance);

    @Test
    void eachStrategyIsMeasuredByTheFrontOfAll() {
        StrategyComparison comparison = new StrategyComparison(
                study,
                List.of(
                        new Searched("surrogate", 1, List.of(failed, fast, poor, accurate)),
                        new Searched("random", 1, List.of(poor, poor, failed, accurate)),
                        new Searched("surrogate", 2, List.of(fast, accurate, poor, poor)),
                        new Searched("random", 2, List.of(poor, poor, poor, poor)),
                        new Searched("surrogate", 3, List.of(failed, failed, failed, fast)),
                        new Searched("random", 3, List.of(failed, failed, failed, failed))));
        double one = 0.11 / 0.21; // of the two on the front, in units of its extent, which ends a tenth beyond

        assertThat(comparison.strategies()).containsExactly("surrogate", "random");
        assertThat(comparison.marks()).containsExactly(1, 2, 4);
        assertThat(comparison.seeds()).containsExactly(1L, 2L, 3L);
        assertThat(comparison.shares("surrogate")).hasSize(3);
        assertThat(comparison.shares("surrogate").get(0)).isEqualTo(1, within(1e-9));
        assertThat(comparison.shares("surrogate").get(1)).isEqualTo(1, within(1e-9));
        assertThat(comparison.shares("surrogate").get(2)).isEqualTo(one, within(1e-9));
        assertThat(comparison.share("surrogate", 1)).isZero();
        assertThat(comparison.share("surrogate", 2)).isEqualTo(one, within(1e-9));
        assertThat(comparison.share("surrogate", 4)).isEqualTo(1, within(1e-9));
        assertThat(comparison.share("random", 4)).isZero();
        assertThat(comparison.best("surrogate")).isEqualTo(0.6);
        assertThat(comparison.best("random")).isEqualTo(0.1);
    }

    private Outcome outcome(double map, double millis) {
        long nanos = Math.round(millis * 1e6);
        return new Evaluated(
                new Complexity(1, 1, 1, 1),
                new Accuracy(map, map, map, map, map, map),
                Optional.of(new LatencyReport(Studies.DEVICE, 1, 9, nanos, nanos, nanos, 0)),
                List.of(),
                provenance);
    }
}
