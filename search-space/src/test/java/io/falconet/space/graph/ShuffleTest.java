package io.falconet.space.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the shuffle's words mean, channel by channel. */
class ShuffleTest {
    @Test
    void twoGroupsInterleaveTheHalves() {
        assertThat(sources(new Shuffle(2), 8)).containsExactly(0, 4, 1, 5, 2, 6, 3, 7);
    }

    @Test
    void halfAsManyGroupsAsChannelsPutTheEvenOnesFirst() {
        assertThat(sources(new Shuffle(4), 8)).containsExactly(0, 2, 4, 6, 1, 3, 5, 7);
    }

    @Test
    void theTwoUndoEachOther() {
        int[] interleaved = sources(new Shuffle(2), 8);
        int[] evenThenOdd = sources(new Shuffle(4), 8);
        assertThat(Arrays.stream(evenThenOdd).map(channel -> interleaved[channel]))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    private static int[] sources(Shuffle shuffle, int channels) {
        return IntStream.range(0, channels)
                .map(channel -> shuffle.source(channel, channels))
                .toArray();
    }
}
