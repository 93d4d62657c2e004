package io.falconet.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    @Test
    void tellsEachReaderOfEachChangeUntilItLeaves() {
        AtomicInteger version = new AtomicInteger();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        try (LiveFeed feed = new LiveFeed(Duration.ofMillis(5))) {
            Registration leaving = feed.watch("study", version::get, first::incrementAndGet);
            feed.watch("study", version::get, second::incrementAndGet);
            version.incrementAndGet();
            await().until(() -> first.get() == 1 && second.get() == 1);
            leaving.remove();
            version.incrementAndGet();
            await().until(() -> second.get() == 2);
            assertThat(first).hasValue(1);
        }
    }

    @Test
    void aStoreThatFailsOnceIsAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        try (LiveFeed feed = new LiveFeed(Duration.ofMillis(5))) {
            feed.watch(
                    "study",
                    () -> {
                        if (asked.incrementAndGet() == 2) {
                            throw new IllegalStateException("away for a moment");
                        }
                        return asked.get() > 2;
                    },
                    told::incrementAndGet);
            await().until(() -> told.get() == 1);
        }
    }
}
