package io.falconet.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileCommandTest {
    @Test
    void tellsHowFastAModelIsTrained() {
        Typed typed = Typed.run(
                "profile",
                "nanodet-m",
                "--training",
                "--input",
                "64",
                "--batch",
                "2",
                "--steps",
                "12",
                "--format",
                "csv");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out().lines().skip(1)).singleElement().asString().startsWith("nanodet-m,64x64,2,");
    }

    @Test
    void networksThatDetectNothingAreNotTrained() {
        Typed typed = Typed.run("profile", "dla34", "--training");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("A detector was expected, found dla34", "Maybe");
    }
}
