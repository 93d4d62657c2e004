package io.falconet.dashboard.live;

import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the results store, once a period and once for all open pages, whether something changed, and tells the pages that
 * watch it. One daemon thread in all.
 */
public final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-feed");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Object, Topic> topics = new ConcurrentHashMap<>();

    /** A feed that looks once a period. */
    public LiveFeed(Duration period) {
        executor.scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Watches something until the registration is removed.
     *
     * @param topic what is watched; pages that name an equal topic share its question
     * @param version a cheap question to the store whose answer differs after each change
     * @param changed told of a change, on the feed's thread; it must return soon
     */
    public Registration watch(Object topic, Supplier<?> version, Runnable changed) {
        Object now = version.get();
        topics.compute(topic, (key, known) -> {
            Topic watched = known == null ? new Topic(version, now) : known;
            watched.readers.add(changed);
            return watched;
        });
        return () -> topics.computeIfPresent(topic, (key, watched) -> {
            watched.readers.remove(changed);
            return watched.readers.isEmpty() ? null : watched;
        });
    }

    private void look() {
        for (Topic topic : List.copyOf(topics.values())) {
            try {
                if (topic.changed()) {
                    topic.tell();
                }
            } catch (RuntimeException e) {
                LOG.warn("The store did not answer: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static final class Topic {
        private final Supplier<?> version;
        private final List<Runnable> readers = new CopyOnWriteArrayList<>();
        private Object seen;

        Topic(Supplier<?> version, Object seen) {
            this.version = version;
            this.seen = seen;
        }

        boolean changed() {
            Object now = version.get();
            boolean changed = !Objects.equals(now, seen);
            seen = now;
            return changed;
        }

        /** A page that closes at this very moment cannot be told; the others are. */
        void tell() {
            for (Runnable reader : readers) {
                try {
                    reader.run();
                } catch (RuntimeException e) {
                    LOG.debug("A page was not told of a change", e);
                }
            }
        }
    }
}
