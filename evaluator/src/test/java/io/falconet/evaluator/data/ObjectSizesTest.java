package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectSizesTest {
    private static final Dataset DATASET = new Dataset(
            List.of("near", "far", "none"),
            List.of(
                    sample(
                            640,
                            480,
                            object(0, 40, 40, false),
                            object(0, 80, 20, false),
                            object(1, 10, 10, false),
                            object(1, 500, 400, true)),
                    sample(320, 320, object(0, 60, 60, false))),
            "");

    @Test
    void sidesAreThoseThatTheNetworkSees() {
        ObjectSizes sizes = ObjectSizes.of(DATASET, 320);
        ObjectSizes.Sizes near = sizes.classes().get(0);
        assertThat(near.name()).isEqualTo("near");
        assertThat(near.objects()).isEqualTo(3);
        assertThat(near.images()).isEqualTo(2);
        assertThat(near.median()).isEqualTo(20);
        assertThat(near.underHardSide()).isZero();
        assertThat(sizes.all().objects()).isEqualTo(4);
        assertThat(sizes.all().underHardSide()).isEqualTo(0.25);
    }

    @Test
    void crowdsDoNotCount() {
        assertThat(ObjectSizes.of(DATASET, 320).classes().get(1).objects()).isEqualTo(1);
    }

    @Test
    void classWithoutObjectsHasNoSizes() {
        ObjectSizes.Sizes none = ObjectSizes.of(DATASET, 320).classes().get(2);
        assertThat(none.objects()).isZero();
        assertThat(none.median()).isNaN();
        assertThat(none.underHardSide()).isNaN();
    }

    @Test
    void theInputThatMendsIsTheSmallestThatDoes() {
        int mending = ObjectSizes.mendingInput(DATASET, 0.05);
        assertThat(mending % 32).isZero();
        assertThat(ObjectSizes.of(DATASET, mending).all().underHardSide()).isZero();
        assertThat(ObjectSizes.of(DATASET, mending - 32).all().underHardSide()).isPositive();
    }

    private static Sample sample(int width, int height, GroundTruth... objects) {
        return new Sample(Path.of("x.png"), "x.png", 1, width, height, List.of(objects));
    }

    private static GroundTruth object(int classIndex, float width, float height, boolean crowd) {
        return new GroundTruth(classIndex, 0, 0, width, height, width * height, crowd, 1);
    }
}
