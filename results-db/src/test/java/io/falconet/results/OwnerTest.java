package io.falconet.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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
        assertThat(new Owner(here.host(), here.process(), "tick 1").gone()).isTrue();
    }

    @Test
    void anotherProcessOfThisMachineIsSeenToRunAndToEnd() throws Exception {
        Process process = new ProcessBuilder("cat").start();
        Owner other = Owner.of(process.toHandle());
        assertThat(other.neighbour()).isTrue();
        assertThat(here.neighbour()).isFalse();

        process.getOutputStream().close();
        process.waitFor();
        assertThat(other.neighbour()).isFalse();
        assertThat(other.gone()).isTrue();
    }

    /** A time of day would move with the clock: Java works it out anew in each process. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinuxAStartIsNoTimeOfDay() {
        assertThat(here.started()).matches("tick \\d+");
    }

    @Test
    void ofAnotherMachineNothingIsKnown() {
        assertThat(new Owner("another." + here.host(), 1, "tick 1").gone()).isFalse();
    }
}
