package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {
    private static final int SIDE = 32;
    private static final long ONE_IMAGE = 3 * SIDE * SIDE;

    @TempDir
    private Path folder;

    private List<Sample> samples;

    @BeforeEach
    void threeSquares() throws IOException {
        CocoFolder coco = new CocoFolder(folder);
        for (int i = 1; i <= 3; i++) {
            coco.square(i, 100, 80, 10 * i, 12, 30);
        }
        samples = coco.read().dataset().samples();
    }

    @Test
    void memoryFileAndDecodingGiveTheSame() throws IOException {
        ImageCache memory = new ImageCache(10 * ONE_IMAGE, Normalisation.IMAGENET);
        ImageCache oneHeldOneFiled = new ImageCache(ONE_IMAGE, ONE_IMAGE, Normalisation.IMAGENET);
        for (int round = 0; round < 2; round++) {
            for (Sample sample : samples) {
                assertThat(oneHeldOneFiled.pixels(sample, SIDE, SIDE).planes())
                        .isEqualTo(memory.pixels(sample, SIDE, SIDE).planes());
            }
        }
        for (Sample sample : samples) {
            Files.delete(sample.image());
        }
        assertThat(memory.pixels(samples.get(2), SIDE, SIDE).width()).isEqualTo(SIDE);
        assertThat(oneHeldOneFiled.pixels(samples.get(0), SIDE, SIDE).planes())
                .isEqualTo(memory.pixels(samples.get(0), SIDE, SIDE).planes());
        assertThat(oneHeldOneFiled.pixels(samples.get(1), SIDE, SIDE).planes())
                .isEqualTo(memory.pixels(samples.get(1), SIDE, SIDE).planes());
        assertThatThrownBy(() -> oneHeldOneFiled.pixels(samples.get(2), SIDE, SIDE))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aDataSetLargerThanAllRoomIsDecodedOnDemand() {
        ImageCache nothing = new ImageCache(1, 0, Normalisation.IMAGENET);
        ImageCache everything = new ImageCache(10 * ONE_IMAGE, Normalisation.IMAGENET);
        Reading readable = nothing.readable(new Dataset(List.of("square"), samples, ""), SIDE, SIDE);
        assertThat(readable.dataset().samples()).hasSize(3);
        for (Sample sample : samples) {
            assertThat(nothing.pixels(sample, SIDE, SIDE).planes())
                    .isEqualTo(everything.pixels(sample, SIDE, SIDE).planes());
        }
    }

    @Test
    void manyThreadsSeeTheSamePixels() {
        ImageCache cache = new ImageCache(ONE_IMAGE, 10 * ONE_IMAGE, Normalisation.IMAGENET);
        byte[] expected = cache.pixels(samples.get(1), SIDE, SIDE).planes();
        boolean same = IntStream.range(0, 600)
                        .parallel()
                        .mapToObj(i ->
                                cache.pixels(samples.get(i % 3), SIDE, SIDE).planes())
                        .filter(planes -> planes[0] == expected[0])
                        .count()
                == 600;
        assertThat(same).isTrue();
        assertThat(cache.pixels(samples.get(1), SIDE, SIDE).planes()).isEqualTo(expected);
    }

    @Test
    void checkFindsWhatHeadersHide() throws IOException {
        byte[] bytes = Files.readAllBytes(samples.get(1).image());
        Files.write(samples.get(1).image(), Arrays.copyOf(bytes, bytes.length - 60));
        Reading reading = new Reading(new Dataset(List.of("square"), samples, ""), List.of());
        Reading checked = new ImageCheck(done -> {}).check(reading);
        assertThat(checked.dataset().samples()).containsExactly(samples.get(0), samples.get(2));
        assertThat(checked.faults()).extracting(Fault::where).containsExactly("2.png");
        assertThat(checked.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.UNREADABLE_IMAGE);
    }

    @Test
    void noImageThatCanBeDecodedIsFatal() throws IOException {
        for (Sample sample : samples) {
            Files.writeString(sample.image(), "gone bad");
        }
        Reading reading = new Reading(new Dataset(List.of("square"), samples, ""), List.of());
        assertThatThrownBy(() -> new ImageCheck(done -> {}).check(reading))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("unreadable image: 3");
    }
}
