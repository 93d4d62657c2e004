package io.falconet.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialReferenceTest {
    @Test
    void textParsesBack() {
        TrialReference reference = new TrialReference("a:b", 12);
        assertThat(reference.text()).isEqualTo("a:b:12");
        assertThat(TrialReference.parse(reference.text())).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pcb", "pcb:", ":3", "pcb:x", "pcb:-1", "pcb:12345678901"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> TrialReference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("study:number");
    }
}
