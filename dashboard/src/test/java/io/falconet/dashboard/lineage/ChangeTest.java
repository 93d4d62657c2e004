package io.falconet.dashboard.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {
    @Test
    void onlyDecisionsThatDifferAreChangesInTheirOrder() {
        assertThat(Change.between("toy:a=1,b=2,c=3", Optional.empty(), "toy:a=1,b=4,c=5"))
                .containsExactly(new Change("b", "2", "4", false), new Change("c", "3", "5", false));
        assertThat(Change.between("toy:a=1", Optional.empty(), "toy:a=1")).isEmpty();
    }

    @Test
    void whatTheOtherParentDecidedIsInherited() {
        assertThat(Change.between("toy:a=1,b=2", Optional.of("toy:a=9,b=4"), "toy:a=7,b=4"))
                .containsExactly(new Change("a", "1", "7", false), new Change("b", "2", "4", true));
    }

    @Test
    void whatIsNoArchitectureChangesNothing() {
        assertThat(Change.between("nonsense", Optional.of("more"), "of it")).isEmpty();
        assertThat(Change.between("nonsense", Optional.empty(), "toy:a=1"))
                .containsExactly(new Change("a", "nothing", "1", false));
    }
}
