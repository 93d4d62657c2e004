package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LetterboxTest {
    @Test
    void wideImageFillsTheWidth() {
        Letterbox box = Letterbox.fit(1280, 960, 320, 320);
        assertThat(box.scaledWidth()).isEqualTo(320);
        assertThat(box.scaledHeight()).isEqualTo(240);
        assertThat(box.toNetworkX(640)).isEqualTo(160);
    }

    @Property
    void thereAndBackIsTheSamePoint(
            @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 5000) int height,
            @ForAll @FloatRange(min = 0, max = 5000) float x) {
        Letterbox box = Letterbox.fit(width, height, 320, 256);
        assertThat(box.toOriginalX(box.toNetworkX(x))).isCloseTo(x, within(0.01f));
        assertThat(box.toOriginalY(box.toNetworkY(x))).isCloseTo(x, within(0.01f));
    }

    @Property
    void imageLiesWithinTheInputAndTouchesAnEdge(
            @ForAll @IntRange(min = 1, max = 5000) int width, @ForAll @IntRange(min = 1, max = 5000) int height) {
        Letterbox box = Letterbox.fit(width, height, 320, 256);
        assertThat(box.scaledWidth()).isBetween(1, 320);
        assertThat(box.scaledHeight()).isBetween(1, 256);
        assertThat(box.scaledWidth() == 320 || box.scaledHeight() == 256).isTrue();
    }
}
