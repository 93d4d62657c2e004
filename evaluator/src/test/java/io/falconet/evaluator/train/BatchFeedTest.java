package io.falconet.evaluator.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.data.Batches;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.data.Sample;
import io.falconet.latency.measure.ComputeGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFeedTest {
    private static final int SIDE = BrightSquares.SIDE;
    private static final int BATCH = 4;
    private static final NetworkInput INPUT = new NetworkInput(SIDE, SIDE, Normalisation.IMAGENET);

    @TempDir
    private Path folder;

    private Dataset dataset;

    @BeforeEach
    void draw() throws IOException {
        dataset = BrightSquares.dataset(folder, 12, 1);
    }

    private Batches batches(long memory) {
        ImageCache images = new ImageCache(memory, 0);
        return new Batches(dataset, images, INPUT, BATCH, false, TrainingRecipe.NANODET_M.augmentation(), 1);
    }

    @Test
    void batchesComeInOrderAndStayAsTheyAreWhileTheNextIsMade() throws Exception {
        Batches expected = batches(1 << 20);
        ComputeGate gate = new ComputeGate();
        try (BatchFeed feed = new BatchFeed(batches(1 << 20), gate, 1, 9)) {
            for (int place = 1; place < 9; place++) {
                Batch wanted = expected.batch(place / 3, place % 3);
                Batch found = feed.take();
                gate.measure(() -> assertThat(found.images()).isEqualTo(wanted.images()));
                assertThat(found.samples()).isEqualTo(wanted.samples());
            }
            assertThat(feed.waited()).isPositive();
        }
    }

    @Test
    void failuresReachTheTraining() throws Exception {
        Batches batches = batches(0);
        for (Sample sample : dataset.samples()) {
            Files.delete(sample.image());
        }
        try (BatchFeed feed = new BatchFeed(batches, new ComputeGate(), 0, 3)) {
            assertThatThrownBy(feed::take).isInstanceOf(DatasetException.class).hasMessageContaining("Maybe");
        }
    }
}
