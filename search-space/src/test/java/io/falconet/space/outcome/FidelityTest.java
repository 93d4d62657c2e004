package io.falconet.space.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FidelityTest {
    @Test
    void tellsWhatIsNotUsual() {
        assertThat(new Fidelity(1, 0, 16).words()).isEqualTo("1 epoch over all training images, 16 images a step");
        assertThat(new Fidelity(1, 1200, 1, 8, 0.5).words())
                .isEqualTo("1 of 8 epochs over 1,200 training images at 50 % of the side, 1 image a step");
        assertThat(new Fidelity(1, 1200, 1, 8, 0.5).label()).isEqualTo("1 of 8 epochs, 1,200 images, 50 % of the side");
        assertThat(new Fidelity(8, 0, 16).label()).isEqualTo("8 epochs");
        assertThat(new Fidelity(1, 1200, 1, 8, 0.5).text()).isEqualTo("epochs=1 of 8,images=1200,batch=1,pixels=0.5");
        assertThat(new Fidelity(8, 0, 16).text()).isEqualTo("epochs=8,images=all,batch=16");
    }

    @Test
    void beginsLongerTrainingsThatDifferInNothingElse() {
        Fidelity part = new Fidelity(2, 300, 16, 8, 0.5);
        assertThat(part.begins(new Fidelity(8, 300, 16, 8, 0.5))).isTrue();
        assertThat(part.begins(part)).isFalse();
        assertThat(part.begins(new Fidelity(1, 300, 16, 8, 0.5))).isFalse();
        assertThat(part.begins(new Fidelity(8, 0, 16, 8, 0.5))).isFalse();
        assertThat(part.begins(new Fidelity(8, 300, 8, 8, 0.5))).isFalse();
        assertThat(part.begins(new Fidelity(8, 300, 16, 9, 0.5))).isFalse();
        assertThat(part.begins(new Fidelity(8, 300, 16, 8, 1))).isFalse();
    }

    @Test
    void aScheduleIsNoShorterAndImagesAreNoLarger() {
        assertThatThrownBy(() -> new Fidelity(8, 0, 16, 7, 1)).hasMessageContaining("found 7 and 1.0");
        assertThatThrownBy(() -> new Fidelity(8, 0, 16, 8, 1.5)).hasMessageContaining("found 8 and 1.5");
        assertThatThrownBy(() -> new Fidelity(8, 0, 16, 8, 0)).hasMessageContaining("found 8 and 0.0");
    }
}
