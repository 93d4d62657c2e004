package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {
    @Test
    void medianIgnoresOutliers() {
        assertThat(new Timings(new long[] {5, 1_000_000, 3}).median()).isEqualTo(5);
        assertThat(new Timings(new long[] {4, 2, 1_000_000, 3}).median()).isEqualTo(3);
        assertThat(new Timings(new long[] {5, 1_000_000, 3}).mad()).isEqualTo(2);
    }

    @Test
    void intervalIsMadeOfMeasuredRuns() {
        Timings hundred = new Timings(LongStream.rangeClosed(1, 100).toArray());
        assertThat(hundred.low()).isEqualTo(41);
        assertThat(hundred.high()).isEqualTo(61);
        Timings one = new Timings(new long[] {7});
        assertThat(one.low()).isEqualTo(7);
        assertThat(one.high()).isEqualTo(7);
    }

    @Test
    void intervalHoldsTheTrueMedianIn95Of100Cases() {
        Random random = new Random(1);
        int held = 0;
        for (int trial = 0; trial < 2000; trial++) {
            Timings timings = new Timings(LongStream.generate(() -> Math.round(1e6 * Math.exp(random.nextGaussian())))
                    .limit(60)
                    .toArray());
            held += timings.low() <= 1_000_000 && 1_000_000 <= timings.high() ? 1 : 0;
        }
        assertThat(held / 2000.0).isBetween(0.94, 0.98);
    }

    @Test
    void noRunsAreRefused() {
        assertThatThrownBy(() -> new Timings(new long[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
