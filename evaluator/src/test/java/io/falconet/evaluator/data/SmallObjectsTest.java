package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallObjectsTest {
    @Test
    void largeObjectsNeedNoWord() {
        assertThat(objects(320, 100, 10, 0, 0).warning()).isEmpty();
        assertThat(new SmallObjects(320, 320).warning()).isEmpty();
    }

    @Test
    void hardlyAnyNeedNoWord() {
        assertThat(objects(320, 199, 10, 1, 5).warning()).isEmpty();
    }

    @Test
    void theInputThatMendsItIsNamed() {
        // images of 1000 px come at 0.32; 16 px become 5.12, and 10 at an input of 625 px
        assertThat(objects(320, 60, 40, 40, 16).warning())
                .hasValue(
                        "40 % of the objects (40 of 100) are under 10 px at an input of 320x320, where detectors hardly see them. Maybe an input of 640x640, where 0 % are.");
    }

    @Test
    void noInputMendsWhatIsSmallInTheImagesThemselves() {
        assertThat(objects(320, 60, 40, 40, 6).warning().orElseThrow())
                .endsWith(
                        "Maybe an input of 1024x1024, which shows the images at their own size; 40 % stay under, which only larger images mend.");
        assertThat(objects(1024, 60, 40, 40, 6).warning().orElseThrow())
                .endsWith("Maybe larger images: the input shows these at their own size already.");
    }

    @Test
    void inputsThatAreNotSquareKeepTheirShape() {
        SmallObjects small = new SmallObjects(640, 384);
        small.add(1280, 720, 16, 16);
        assertThat(small.warning().orElseThrow()).contains("at an input of 384x640", "Maybe an input of 480x800");
    }

    private static SmallObjects objects(int input, int some, double side, int others, double otherSide) {
        SmallObjects small = new SmallObjects(input, input);
        for (int i = 0; i < some; i++) {
            small.add(1000, 500, side * 1000 / input, side * 1000 / input);
        }
        for (int i = 0; i < others; i++) {
            small.add(1000, 500, otherSide, otherSide);
        }
        return small;
    }
}
