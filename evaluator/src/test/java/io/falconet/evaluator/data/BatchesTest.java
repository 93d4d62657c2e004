package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesTest {
    private static final int SIDE = 64;
    private static final NetworkInput INPUT = new NetworkInput(SIDE, SIDE, Normalisation.IMAGENET);
    private static final Augmentation STRONG = Augmentation.builder()
            .mirrored(0.5, 0.5)
            .scaled(0.6, 1.6)
            .translate(0.2)
            .brightness(0.1)
            .contrast(0.2)
            .saturation(0.3)
            .hue(10)
            .mosaic(0.5, Augmentation.Layout.PIECES)
            .build();

    private static final Augmentation WHOLE = Augmentation.builder()
            .mirrored(0.5, 0.5)
            .scaled(0.6, 1.5)
            .translate(0.1)
            .saturation(0.3)
            .hue(5)
            .value(0.2)
            .mosaic(1, Augmentation.Layout.WHOLE)
            .build();

    @TempDir
    private Path folder;

    private Dataset dataset;

    @BeforeEach
    void sevenSquares() throws IOException {
        CocoFolder coco = new CocoFolder(folder);
        for (int i = 1; i <= 7; i++) {
            coco.square(i, 60 + 20 * i, 100, 10 * i, 20 + 5 * i, 14);
        }
        dataset = coco.read().dataset();
    }

    @Test
    void batchFollowsFromSeedEpochAndIndexAlone() {
        Batches straight = batches(STRONG, 3);
        Batches jumping = batches(STRONG, 3);
        straight.batch(0, 0);
        Batch expected = straight.batch(2, 1);
        Batch found = jumping.batch(2, 1);
        assertThat(found.images()).isEqualTo(expected.images());
        assertThat(found.samples()).isEqualTo(expected.samples());
        assertThat(found.boxes()).usingRecursiveComparison().isEqualTo(expected.boxes());
    }

    @Test
    void epochsAndSeedsDiffer() {
        float[] first = batches(STRONG, 3).batch(0, 0).images().clone();
        assertThat(batches(STRONG, 3).batch(1, 0).images()).isNotEqualTo(first);
        assertThat(batches(STRONG, 4).batch(0, 0).images()).isNotEqualTo(first);
    }

    @Test
    void epochDealsEachSampleAtMostOnce() {
        Batches batches = batches(STRONG, 3);
        assertThat(batches.count()).isEqualTo(2);
        Set<Sample> dealt = new HashSet<>(batches.batch(0, 0).samples());
        dealt.addAll(batches.batch(0, 1).samples());
        assertThat(dealt).hasSize(6);
    }

    @Test
    void remainderMakesASmallerBatchWhereItIsAskedFor() {
        Batches batches = new Batches(dataset, cache(), INPUT, 3, true, STRONG, 1);
        assertThat(batches.count()).isEqualTo(3);
        Set<Sample> dealt = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            dealt.addAll(batches.batch(0, i).samples());
        }
        assertThat(dealt).hasSize(7);
        assertThat(batches.batch(0, 2).size()).isEqualTo(1);
    }

    @Test
    void fewerSamplesThanABatchMakeOneBatch() {
        Batches batches = new Batches(dataset, cache(), INPUT, 16, false, STRONG, 1);
        assertThat(batches.count()).isEqualTo(1);
        assertThat(batches.batch(0, 0).size()).isEqualTo(7);
    }

    @Test
    void withoutAugmentationImagesAreAsTheyAre() {
        Batch batch = batches(Augmentation.NONE, 1).batch(0, 0);
        float[] plain = new float[3 * SIDE * SIDE];
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.samples().get(i);
            Normalisation.IMAGENET.write(cache().pixels(sample, INPUT), plain, 0);
            for (int k = 0; k < plain.length; k++) {
                assertThat(batch.images()[i * plain.length + k]).isCloseTo(plain[k], within(1e-5f));
            }
        }
    }

    @Test
    void whatHasNoChanceDoesNotHappen() {
        Augmentation never = Augmentation.builder()
                .scaled(0.6, 1.4)
                .translate(0.2)
                .brightness(0.2)
                .contrast(0.4)
                .saturation(0.35)
                .chance(0)
                .build();
        assertThat(batches(never, 1).batch(0, 0).images())
                .isEqualTo(batches(Augmentation.NONE, 1).batch(0, 0).images());
    }

    /** The red squares are looked for in the pixels, and must be where the boxes say. */
    @Test
    void boxesGoWhereTheirObjectsGo() {
        assertThat(boxesOverTheirObjects(STRONG)).isGreaterThan(150);
    }

    @Test
    void boxesGoWhereTheirObjectsGoInMosaicsOfWholeImages() {
        assertThat(boxesOverTheirObjects(WHOLE)).isGreaterThan(150);
    }

    @Test
    void copiedObjectsHaveTheirBoxes() {
        int without = boxesOverTheirObjects(Augmentation.NONE);
        assertThat(boxesOverTheirObjects(Augmentation.NONE.but().copies(4).build()))
                .isGreaterThan(without * 3 / 2);
    }

    private int boxesOverTheirObjects(Augmentation augmentation) {
        Batches batches = batches(augmentation, 9);
        int boxes = 0;
        for (int epoch = 0; epoch < 60; epoch++) {
            Batch batch = batches.batch(epoch, 0);
            for (int i = 0; i < batch.size(); i++) {
                boolean[] red = red(batch, i);
                for (float[] box : batch.boxes().get(i)) {
                    boxes++;
                    assertThat(share(red, box)).isGreaterThan(0.7);
                }
            }
        }
        return boxes;
    }

    @Test
    void boxesOfWhatIsBarelySeenAreDropped() {
        Letterbox letterbox = Letterbox.fit(SIDE, SIDE, SIDE, SIDE);
        Placement.Window window = new Placement.Window(0, 0, SIDE, SIDE);
        GroundTruth object = new GroundTruth(0, 0, 10, 10, 10, 100, false, 1);
        assertThat(new Placement(window, letterbox, 1, -5.9, 0, false, false).box(object, Augmentation.NONE))
                .isPresent();
        assertThat(new Placement(window, letterbox, 1, -6.1, 0, false, false).box(object, Augmentation.NONE))
                .isEmpty();
        assertThat(new Placement(window, letterbox, 1, -6.1, 0, false, false)
                        .box(object, Augmentation.builder().keeping(0.3, 1).build()))
                .isPresent();
        assertThat(new Placement(window, letterbox, 0.09, 0, 0, false, false).box(object, Augmentation.NONE))
                .isEmpty();
    }

    @Test
    void crowdsAreNotTrainedOn() throws IOException {
        CocoFolder coco = new CocoFolder(folder).square(1, 80, 80, 10, 10, 20);
        coco.object(5, 1, 1, 40, 40, 20, 20).last().put("iscrowd", 1);
        Batches batches = new Batches(coco.read().dataset(), cache(), INPUT, 1, false, Augmentation.NONE, 1);
        assertThat(batches.batch(0, 0).boxes().get(0)).hasSize(1);
    }

    @Test
    void imageThatCannotBeDecodedIsLeftOutAndNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("3.png"));
        Files.write(folder.resolve("3.png"), Arrays.copyOf(bytes, bytes.length - 60));
        Batches batches = batches(Augmentation.NONE, 1);
        assertThat(batches.faults()).extracting(Fault::where).containsExactly("3.png");
        assertThat(batches.count()).isEqualTo(2);
    }

    @Test
    void noImageLeftIsFatal() throws IOException {
        for (int i = 1; i <= 7; i++) {
            Files.writeString(folder.resolve(i + ".png"), "gone bad");
        }
        assertThatThrownBy(() -> batches(Augmentation.NONE, 1))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("none of 7");
    }

    private Batches batches(Augmentation augmentation, long seed) {
        return new Batches(dataset, cache(), INPUT, 3, false, augmentation, seed);
    }

    private static ImageCache cache() {
        return new ImageCache(1 << 20);
    }

    private static boolean[] red(Batch batch, int image) {
        int area = SIDE * SIDE;
        boolean[] red = new boolean[area];
        for (int k = 0; k < area; k++) {
            float r = batch.images()[(image * 3) * area + k];
            float g = batch.images()[(image * 3 + 1) * area + k];
            red[k] = r - g > 1.2;
        }
        return red;
    }

    private static double share(boolean[] red, float[] box) {
        int inside = 0;
        int count = 0;
        for (int y = Math.round(box[2]); y < Math.round(box[4]); y++) {
            for (int x = Math.round(box[1]); x < Math.round(box[3]); x++) {
                inside += red[y * SIDE + x] ? 1 : 0;
                count++;
            }
        }
        return (double) inside / count;
    }
}
