package io.falconet.evaluator.detect.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.ScoredBox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class YoloDecoderTest {
    private static final AnchorGrid GRID =
            new AnchorGrid(2, List.of(new AnchorLevel(8, 4, 4, List.of(new Anchor(6, 6), new Anchor(10, 20)))));
    private static final YoloDecoder DECODER = new YoloDecoder(GRID, 32, 32, 0.25f, NonMaximumSuppression.STANDARD);

    @Test
    void readsScoreAndBox() {
        float[] output = new float[2 * 2 * 7 * 16];
        Arrays.fill(output, -20);
        int first = GRID.index(GRID.levels().get(0), 1, 1, 2, 3);
        for (int i = 0; i < 4; i++) {
            output[first + i * 16] = 0;
        }
        output[first + 4 * 16] = 20;
        output[first + 6 * 16] = 0;
        assertThat(DECODER.decode(new float[][] {output}, 0)).isEmpty();
        List<ScoredBox> found = DECODER.decode(new float[][] {output}, 1);
        assertThat(found).hasSize(1);
        ScoredBox object = found.get(0);
        assertThat(object.classIndex()).isEqualTo(1);
        assertThat(object.score()).isCloseTo(0.5f, within(1e-6f));
        // centre at (3.5, 2.5) cells of 8 pixels, as large as the anchor, cut to the image
        assertThat(object.box().x1()).isEqualTo(23);
        assertThat(object.box().y1()).isEqualTo(10);
        assertThat(object.box().x2()).isEqualTo(32);
        assertThat(object.box().y2()).isEqualTo(30);
    }

    /** More sure candidates of the one class than were once kept before overlapping boxes go. */
    @Test
    void manyBoxesOfOneClassDoNotCrowdOutAWeakOneOfAnother() {
        AnchorGrid grid = new AnchorGrid(2, List.of(new AnchorLevel(8, 40, 40, List.of(new Anchor(1000, 1000)))));
        YoloDecoder decoder = new YoloDecoder(grid, 320, 320, 0.001f, NonMaximumSuppression.STANDARD);
        int cells = 40 * 40;
        float[] output = new float[7 * cells];
        Arrays.fill(output, 4 * cells, 6 * cells, 5);
        Arrays.fill(output, 6 * cells, 7 * cells, -20);
        output[6 * cells + 700] = -4;
        List<ScoredBox> found = decoder.decode(new float[][] {output}, 0);
        assertThat(found).extracting(ScoredBox::classIndex).containsExactly(0, 1);
    }
}
