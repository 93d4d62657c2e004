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
            float[] shifted = shift(ColorShift.draw(colors, PLAIN, new SplittableRandom(seed)), 90, 90, 90);
            assertThat(shifted).containsExactly(new float[] {90, 90, 90}, within(0.01f));
        }
    }

    @Test
    void contrastTurnsAboutMidGreyWithinItsRange() {
        Augmentation contrast = Augmentation.builder().contrast(0.2).build();
        for (int seed = 0; seed < 50; seed++) {
            float[] shifted =
                    shift(ColorShift.draw(contrast, PLAIN, new SplittableRandom(seed)), 127.5f, 227.5f, 27.5f);
            assertThat(shifted[0]).isCloseTo(127.5f, within(0.01f));
            assertThat(shifted[1]).isBetween(207.4f, 247.6f);
            assertThat(shifted[2]).isBetween(7.4f, 47.6f);
        }
    }

    @Test
    void coloursEndAtBlackAndWhiteWhereTheyAreClipped() {
        Augmentation values = Augmentation.builder().value(0.4).build();
        float brightest = 0;
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] clipped =
                    shift(ColorShift.draw(values.but().clipped(true).build(), PLAIN, random.split()), 250, 100, 0);
            assertThat(clipped[0]).isBetween(149f, 255f);
            brightest = Math.max(brightest, shift(ColorShift.draw(values, PLAIN, random.split()), 250, 100, 0)[0]);
        }
        assertThat(brightest).isGreaterThan(300);
    }

    @Test
    void withoutRangesItIsTheNormalisation() {
        ColorShift none = ColorShift.draw(Augmentation.NONE, Normalisation.IMAGENET, new SplittableRandom(1));
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
