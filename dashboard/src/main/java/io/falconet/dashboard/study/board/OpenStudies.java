package io.falconet.dashboard.study.board;

import com.vaadin.flow.shared.Registration;
import io.falconet.dashboard.live.LiveFeed;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The studies that are open in browsers, each kept once. One that nobody looks at any more is kept for whoever comes back,
 * as long as there is room: the longest unseen goes first.
 */
public final class OpenStudies implements AutoCloseable {
    /** Trials kept in memory beyond those that somebody looks at: about a hundred bytes each. */
    private static final long ROOM = 400_000;

    private static final int THREADS = 2;

    private final ResultsDb db;
    private final LiveFeed feed;
    private final Clock clock;
    private final Map<Long, OpenStudy> studies = new LinkedHashMap<>(16, 0.75f, true);
    private final ScheduledExecutorService readers = threads("studies", THREADS);
    private final ScheduledExecutorService analyses = threads("analyses", 1);

    public OpenStudies(ResultsDb db, LiveFeed feed, Clock clock) {
        this.db = db;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Looks at a study until the registration is removed.
     *
     * @param reader is told of the study as soon as it is read, and of each change
     */
    public synchronized Registration watch(StudyRecord study, OpenStudy.Reader reader) {
        OpenStudy open = studies.computeIfAbsent(study.id(), id -> new OpenStudy(db, feed, clock, readers, study));
        open.add(reader);
        makeRoom();
        return Registration.once(() -> leave(study.id(), reader));
    }

    /** What is known of a study that somebody looks at, or did lately. */
    public synchronized Optional<Board> board(long studyId) {
        return Optional.ofNullable(studies.get(studyId)).flatMap(OpenStudy::board);
    }

    /** Does something that may take seconds, in the background and not before then, one such work at a time. */
    public void later(Duration delay, Runnable work) {
        analyses.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void leave(long study, OpenStudy.Reader reader) {
        Optional.ofNullable(studies.get(study)).ifPresent(open -> open.remove(reader));
        makeRoom();
    }

    private void makeRoom() {
        long unseen = studies.values().stream()
                .filter(open -> !open.watched())
                .mapToLong(OpenStudy::size)
                .sum();
        for (Iterator<OpenStudy> each = studies.values().iterator(); each.hasNext() && unseen > ROOM; ) {
            OpenStudy open = each.next();
            if (!open.watched()) {
                unseen -= open.size();
                each.remove();
            }
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
        analyses.shutdownNow();
    }

    private static ScheduledExecutorService threads(String name, int threads) {
        return Executors.newScheduledThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
