package io.falconet.evaluator.detect.gfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GflDecoderTest {
    private static final GflFormat FORMAT = new GflFormat(2, 7, List.of(8));
    private static final CellGrid GRID = CellGrid.of(List.of(new Shape(34, 4, 4)), List.of(8), CellGrid.CENTER);
    private static final GflDecoder DECODER =
            new GflDecoder(FORMAT, GRID, 32, 32, GflDecoder.STANDARD_THRESHOLD, NonMaximumSuppression.STANDARD);

    @Test
    void readsScoreAndDistances() {
        float[] output = new float[2 * 34 * 16];
        Arrays.fill(output, -20);
        int cell = 5;
        int image = 34 * 16;
        output[image + 16 + cell] = 0.4f;
        int[] bins = {1, 0, 2, 5};
        for (int side = 0; side < 4; side++) {
            output[image + (2 + side * 8 + bins[side]) * 16 + cell] = 40;
        }
        assertThat(DECODER.decode(new float[][] {output}, 0)).isEmpty();
        List<ScoredBox> found = DECODER.decode(new float[][] {output}, 1);
        assertThat(found).hasSize(1);
        ScoredBox object = found.get(0);
        assertThat(object.classIndex()).isEqualTo(1);
        assertThat(object.score()).isCloseTo(0.5987f, within(1e-4f));
        assertThat(object.box().x1()).isCloseTo(12 - 8, within(1e-4f));
        assertThat(object.box().y1()).isCloseTo(12, within(1e-4f));
        assertThat(object.box().x2()).isCloseTo(12 + 16, within(1e-4f));
        assertThat(object.box().y2()).as("cut to the image").isEqualTo(32);
    }

    @Test
    void keepsAtMostAHundredBoxes() {
        GflFormat many = new GflFormat(40, 7, List.of(8));
        CellGrid grid = CellGrid.of(List.of(new Shape(72, 8, 8)), List.of(8), CellGrid.CENTER);
        GflDecoder decoder = new GflDecoder(many, grid, 64, 64, 0.05f, NonMaximumSuppression.STANDARD);
        assertThat(decoder.decode(new float[][] {new float[72 * 64]}, 0)).hasSize(100);
    }
}
