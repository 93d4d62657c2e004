package io.falconet.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnerTest {
    private final Owner here = Owner.thisProcess();

    @Test
    void textParsesBack() {
        assertThat(Owner.parse(here.text())).contains(here);
        assertThat(Owner.parse("ann")).isEmpty();
    }

    @Test
    void thisProcessIsHere() {
        assertThat(here.gone()).isFalse();
    }

    @Test
    void aProcessWhoseIdIsUsedAgainIsGone() {
        assertThat(new Owner(here.host(), here.process(), here.started().minusSeconds(60)).gone())
                .isTrue();
    }

    @Test
    void ofAnotherMachineNothingIsKnown() {
        assertThat(new Owner("another." + here.host(), 1, Instant.EPOCH).gone()).isFalse();
    }
}
