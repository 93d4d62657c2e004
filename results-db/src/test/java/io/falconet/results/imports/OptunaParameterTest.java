package io.falconet.results.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptunaParameterTest {
    private static final String FLOAT = "{\"type\": \"float\", \"low\": 0.0, \"high\": 1.0}";

    private final OptunaParameter parameters = new OptunaParameter();

    @Test
    void decimalsReadAsInOptunasCsv() {
        assertThat(parameters.text(3.907554467039242E-4, FLOAT)).contains("0.0003907554467039242");
        assertThat(parameters.text(9.335377274453122E-5, FLOAT)).contains("9.335377274453122e-05");
        assertThat(parameters.text(1E-5, FLOAT)).contains("1e-05");
        assertThat(parameters.text(-2.5E-11, FLOAT)).contains("-2.5e-11");
        assertThat(parameters.text(1.5E7, FLOAT)).contains("15000000.0");
        assertThat(parameters.text(0.5, FLOAT)).contains("0.5");
    }

    @Test
    void labelsAreFoundInBothWaysOfWritingThem() {
        assertThat(parameters.text(1, OptunaFile.LABELS)).contains("adam, with decay");
        assertThat(parameters.text(1, "{\"type\": \"categorical\", \"choices\": [\"a\", \"b\"]}"))
                .contains("b");
        assertThat(parameters.text(0, "{\"name\": \"IntUniformDistribution\", \"attributes\": {\"low\": 0}}"))
                .contains("0");
    }

    @Test
    void whatCannotBeReadIsNothing() {
        assertThat(parameters.text(7, OptunaFile.LABELS)).isEmpty();
        assertThat(parameters.text(0, "null")).isEmpty();
        assertThat(parameters.text(0, "{")).isEmpty();
    }
}
