package io.falconet.evaluator.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CopyPasteTest {
    private static final int SIDE = 100;

    private static float[] canvas(List<float[]> boxes) {
        float[] canvas = new float[3 * SIDE * SIDE];
        for (float[] box : boxes) {
            for (int y = (int) box[2]; y < box[4]; y++) {
                for (int x = (int) box[1]; x < box[3]; x++) {
                    canvas[y * SIDE + x] = 1 + box[0];
                }
            }
        }
        return canvas;
    }

    @Test
    void copiesAreSmallObjectsAndTouchNoOther() {
        int copies = 0;
        for (int seed = 0; seed < 50; seed++) {
            List<float[]> boxes =
                    new ArrayList<>(List.of(new float[] {0, 10, 10, 20, 18}, new float[] {1, 30, 30, 80, 90}));
            float[] canvas = canvas(boxes);
            new CopyPaste(SIDE, SIDE, 3).apply(boxes, canvas, 0, new SplittableRandom(seed));
            copies += boxes.size() - 2;
            assertThat(boxes.size()).isLessThanOrEqualTo(5);
            for (float[] box : boxes.subList(2, boxes.size())) {
                assertThat(box[0]).as("only the small one is copied").isZero();
                assertThat(canvas[(int) box[2] * SIDE + (int) box[1]]).isEqualTo(1);
                assertThat(canvas[((int) box[4] - 1) * SIDE + (int) box[3] - 1]).isEqualTo(1);
            }
            assertThat(canvas(boxes)).as("nothing else changes").isEqualTo(canvas);
        }
        assertThat(copies).isBetween(30, 110);
    }

    @Test
    void withoutSmallObjectsOrCopiesNothingIsDrawn() {
        List<float[]> boxes = new ArrayList<>(List.of(new float[] {1, 30, 30, 80, 90}));
        float[] canvas = canvas(boxes);
        SplittableRandom random = new SplittableRandom(1);
        new CopyPaste(SIDE, SIDE, 3).apply(boxes, canvas, 0, random);
        boxes.add(new float[] {0, 10, 10, 20, 18});
        new CopyPaste(SIDE, SIDE, 0).apply(boxes, canvas, 0, random);
        assertThat(boxes).hasSize(2);
        assertThat(random.nextLong()).isEqualTo(new SplittableRandom(1).nextLong());
    }
}
