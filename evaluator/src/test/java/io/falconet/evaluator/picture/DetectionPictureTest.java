package io.falconet.evaluator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.data.Pixels;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionPictureTest {
    @Test
    void thePixelsOfAnObjectStayAsTheyAre() {
        int side = 600;
        BufferedImage picture =
                new DetectionPicture(grey(side), List.of(new Marked(0, "nut", 0.9, 300, 300, 308, 308))).draw();

        assertThat(picture.getWidth()).isEqualTo(side);
        assertThat(picture.getHeight()).isGreaterThan(side);
        for (int y = 300; y < 308; y++) {
            for (int x = 300; x < 308; x++) {
                assertThat(new Color(picture.getRGB(x, y))).isEqualTo(new Color(90, 90, 90));
            }
        }
        assertThat(new Color(picture.getRGB(299, 304))).isEqualTo(ClassColour.of(0));
        assertThat(new Color(picture.getRGB(308, 304))).isEqualTo(ClassColour.of(0));
    }

    @Test
    void smallPhotographsAreEnlarged() {
        assertThat(new DetectionPicture(grey(64), List.of()).draw().getWidth()).isEqualTo(512);
    }

    @Test
    void aMachineWithoutFontsStillDrawsOutlines() {
        Marked nut = new Marked(0, "nut", 0.9, 300, 300, 308, 308);
        Pen pen = Pen.of(600, 600, List.of(nut));
        BufferedImage picture = new DetectionPicture(grey(600), List.of(nut)).draw(pen, Lettering.none());

        assertThat(new Color(picture.getRGB(299, 304))).isEqualTo(ClassColour.of(0));
        assertThat(picture.getHeight()).isGreaterThan(600);
    }

    @Test
    void classesHaveColoursOfTheirOwn() {
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .extracting(ClassColour::of)
                .doesNotHaveDuplicates();
    }

    private static Pixels grey(int side) {
        byte[] planes = new byte[3 * side * side];
        Arrays.fill(planes, (byte) 90);
        return new Pixels(planes, side, side);
    }
}
