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
    private static final NetworkInput INPUT = new NetworkInput(SIDE, SIDE, Normalisation.IMAGENET);
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
        ImageCache memory = new ImageCache(10 * ONE_IMAGE);
        ImageCache oneHeldOneFiled = new ImageCache(ONE_IMAGE, ONE_IMAGE);
        for (int round = 0; round < 2; round++) {
            for (Sample sample : samples) {
                assertThat(oneHeldOneFiled.pixels(sample, INPUT).planes())
                        .isEqualTo(memory.pixels(sample, INPUT).planes());
            }
        }
        for (Sample sample : samples) {
            Files.delete(sample.image());
        }
        assertThat(memory.pixels(samples.get(2), INPUT).width()).isEqualTo(SIDE);
        assertThat(oneHeldOneFiled.pixels(samples.get(0), INPUT).planes())
                .isEqualTo(memory.pixels(samples.get(0), INPUT).planes());
        assertThat(oneHeldOneFiled.pixels(samples.get(1), INPUT).planes())
                .isEqualTo(memory.pixels(samples.get(1), INPUT).planes());
        assertThatThrownBy(() -> oneHeldOneFiled.pixels(samples.get(2), INPUT))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aDataSetLargerThanAllRoomIsDecodedOnDemand() {
        ImageCache nothing = new ImageCache(1, 0);
        ImageCache everything = new ImageCache(10 * ONE_IMAGE);
        Reading readable = nothing.readable(new Dataset(List.of("square"), samples, ""), INPUT);
        assertThat(readable.dataset().samples()).hasSize(3);
        for (Sample sample : samples) {
            assertThat(nothing.pixels(sample, INPUT).planes())
                    .isEqualTo(everything.pixels(sample, INPUT).planes());
        }
    }

    @Test
    void paddingIsAsTheNetworkWantsIt() {
        ImageCache cache = new ImageCache(10 * ONE_IMAGE);
        NetworkInput grey = new NetworkInput(SIDE, SIDE, Normalisation.UNIT);
        byte[] mean = cache.pixels(samples.get(0), INPUT).planes();
        byte[] even = cache.pixels(samples.get(0), grey).planes();
        int last = SIDE * SIDE - 1;
        assertThat(mean[last]).isEqualTo((byte) 124);
        assertThat(even[last]).isEqualTo((byte) 114);
        assertThat(even[0]).isEqualTo(mean[0]);
        assertThat(cache.pixels(samples.get(0), INPUT).planes()).isEqualTo(mean);
    }

    @Test
    void manyThreadsSeeTheSamePixels() {
        ImageCache cache = new ImageCache(ONE_IMAGE, 10 * ONE_IMAGE);
        byte[] expected = cache.pixels(samples.get(1), INPUT).planes();
        boolean same = IntStream.range(0, 600)
                        .parallel()
                        .mapToObj(i -> cache.pixels(samples.get(i % 3), INPUT).planes())
                        .filter(planes -> planes[0] == expected[0])
                        .count()
                == 600;
        assertThat(same).isTrue();
        assertThat(cache.pixels(samples.get(1), INPUT).planes()).isEqualTo(expected);
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
