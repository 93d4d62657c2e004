package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColorShiftTest {
    private static final Normalisation PLAIN = new Normalisation(
            new Normalisation.Channel(0, 1), new Normalisation.Channel(0, 1), new Normalisation.Channel(0, 1));

    @Test
    void hueAndSaturationLeaveGreysAlone() {
        Augmentation colors = Augmentation.builder().saturation(0.9).hue(180).build();
        for (int seed = 0; seed < 50; seed++) {
            float[] shifted = shift(ColorShift.draw(colors, PLAIN, 255, new SplittableRandom(seed)), 90, 90, 90);
            assertThat(shifted).containsExactly(new float[] {90, 90, 90}, within(0.01f));
        }
    }

    @Test
    void contrastTurnsAboutMidGreyWithinItsRange() {
        Augmentation contrast = Augmentation.builder().contrast(0.2).build();
        for (int seed = 0; seed < 50; seed++) {
            float[] shifted =
                    shift(ColorShift.draw(contrast, PLAIN, 255, new SplittableRandom(seed)), 127.5f, 227.5f, 27.5f);
            assertThat(shifted[0]).isCloseTo(127.5f, within(0.01f));
            assertThat(shifted[1]).isBetween(207.4f, 247.6f);
            assertThat(shifted[2]).isBetween(7.4f, 47.6f);
        }
    }

    @Test
    void imagesAreBrightenedUntilTheirBrightestPixelIsWhite() {
        Augmentation free = Augmentation.builder().value(0.4).build();
        Augmentation clipped = free.but().clipped(true).build();
        float brightest = 0;
        for (int seed = 0; seed < 50; seed++) {
            float[] any = shift(ColorShift.draw(free, PLAIN, 250, new SplittableRandom(seed)), 250, 100, 0);
            float[] bounded = shift(ColorShift.draw(clipped, PLAIN, 250, new SplittableRandom(seed)), 250, 100, 0);
            assertThat(bounded[0]).isCloseTo(Math.min(any[0], 255), within(0.01f));
            assertThat(bounded[1] / bounded[0]).isCloseTo(0.4f, within(1e-4f));
            brightest = Math.max(brightest, any[0]);
        }
        assertThat(brightest).isGreaterThan(300);
    }

    @Test
    void coloursEndAtBlackAndWhiteWhereTheyAreClipped() {
        Augmentation colors =
                Augmentation.builder().saturation(0.9).clipped(true).build();
        for (int seed = 0; seed < 50; seed++) {
            for (float value : shift(ColorShift.draw(colors, PLAIN, 255, new SplittableRandom(seed)), 255, 128, 0)) {
                assertThat(value).isBetween(0f, 255f);
            }
        }
    }

    @Test
    void withoutRangesItIsTheNormalisation() {
        ColorShift none = ColorShift.draw(Augmentation.NONE, Normalisation.IMAGENET, 255, new SplittableRandom(1));
        float[] shifted = shift(none, 123.675f, 116.28f + 57.12f, 103.53f);
        assertThat(shifted).containsExactly(new float[] {0, 1, 0}, within(1e-5f));
    }

    private static float[] shift(ColorShift shift, float red, float green, float blue) {
        float[] result = new float[3];
        for (int c = 0; c < 3; c++) {
            float[] row = shift.matrix()[c];
            float value = row[0] * red + row[1] * green + row[2] * blue + row[3];
            result[c] = Math.max(shift.lowest()[c], Math.min(shift.highest()[c], value));
        }
        return result;
    }
}
