package io.falconet.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnstileTest {
    @Test
    void oneGoesThroughAtATime(@TempDir Path folder) {
        AtomicInteger inside = new AtomicInteger();
        int passed = IntStream.range(0, 40)
                .parallel()
                .map(each -> new Turnstile(Optional.of(folder)).through(() -> {
                    assertThat(inside.incrementAndGet()).isOne();
                    Thread.yield();
                    return inside.getAndDecrement();
                }))
                .sum();
        assertThat(passed).isEqualTo(40);
    }

    @Test
    void whereNothingCanBeLockedTheWorkIsDoneAllTheSame(@TempDir Path folder) {
        assertThat(new Turnstile(Optional.of(folder.resolve("missing"))).through(() -> "done"))
                .isEqualTo("done");
        assertThat(new Turnstile(Optional.empty()).through(() -> "done")).isEqualTo("done");
    }
}
