package io.falconet.space.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void textKeepsTheOrderOfDecisions() {
        assertThat(Architecture.parse("toy: width=8, block=plain ").text()).isEqualTo("toy:width=8,block=plain");
    }

    @Test
    void malformedTextIsRefused() {
        refuses("width=8", "space:choice=option");
        refuses("toy:width", "\"width\"");
        refuses("toy:width=8,width=16", "once");
    }

    @Test
    void aMissingDecisionIsNamed() {
        assertThatThrownBy(() -> Architecture.parse("toy:width=8").decision("block"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("block", "width");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> Architecture.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
