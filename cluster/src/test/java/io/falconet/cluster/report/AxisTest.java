package io.falconet.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void linearAxesRunOverRoundValues() {
        Axis axis = Axis.linear("mAP", 0.12, 0.43);

        assertThat(axis.low()).isZero();
        assertThat(axis.ticks()).contains(0.1, 0.2, 0.4);
        assertThat(axis.place(axis.low())).isZero();
        assertThat(axis.place(axis.high())).isEqualTo(1);
        assertThat(axis.high()).isBetween(0.43, 0.6);
    }

    @Test
    void valuesFarFromZeroNeedNoZero() {
        assertThat(Axis.linear("mAP", 0.40, 0.43).low()).isBetween(0.35, 0.40);
    }

    @Test
    void aSingleValueHasAnAxisToo() {
        assertThat(Axis.linear("mAP", 0).place(0)).isFinite();
        assertThat(Axis.linear("mAP", 0.3).place(0.3)).isBetween(0.0, 1.0);
        assertThat(Axis.logarithmic("ms", 4).place(4)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void logarithmicAxesGiveFactorsEqualRoom() {
        Axis axis = new Axis("ms", 1, 100, true);

        assertThat(axis.place(10)).isCloseTo(0.5, within(1e-9));
        assertThat(axis.ticks()).contains(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
    }

    @Test
    void ticksReadAsPeopleWriteThem() {
        assertThat(Axis.label(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Axis.label(1000)).isEqualTo("1000");
        assertThat(Axis.label(0)).isEqualTo("0");
        assertThat(Axis.label(0.05)).isEqualTo("0.05");
    }
}
