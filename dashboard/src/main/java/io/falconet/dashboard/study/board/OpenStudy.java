package io.falconet.dashboard.study.board;

import com.vaadin.flow.shared.Registration;
import io.falconet.dashboard.live.LiveFeed;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A study that somebody looks at. It is read once for all browsers, in the background, and again what is new when the feed
 * tells of a change: what changes meanwhile is read together, so no browser draws more often than the feed looks.
 */
public final class OpenStudy {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStudy.class);

    private final ResultsDb db;
    private final LiveFeed feed;
    private final Executor executor;
    private final Version version;
    private final BoardReader reader;
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private Registration watching = () -> {};
    private volatile StudyRecord study;
    private volatile Board board;

    OpenStudy(ResultsDb db, LiveFeed feed, Clock clock, Executor executor, StudyRecord study) {
        this.db = db;
        this.feed = feed;
        this.executor = executor;
        this.version = new Version(db, clock, study.id());
        this.reader = new BoardReader(db, study);
        this.study = study;
    }

    /** Who looks. Both are called on a thread of the background, and must return soon. */
    public interface Reader {
        /** Told of each change, and of the first reading's end. */
        void show(Board board);

        /** Told now and then how many trials are read, before there is a board. */
        void reading(int trials);
    }

    /** The study as it was last read; nothing while it is read for the first time. */
    public Optional<Board> board() {
        return Optional.ofNullable(board);
    }

    /** How many trials there are to keep in memory. */
    long size() {
        Board known = board;
        return known == null ? study.finished() : known.trials().size();
    }

    boolean watched() {
        return !readers.isEmpty();
    }

    /** Begins to tell a reader, who is told of the board as soon as there is one that is up to date. */
    void add(Reader added) {
        if (readers.isEmpty()) {
            watching = feed.watch(version, version, this::look);
        }
        readers.add(added);
        look();
    }

    void remove(Reader removed) {
        readers.remove(removed);
        if (readers.isEmpty()) {
            watching.remove();
        }
    }

    /** Reads soon, once for all who ask until then. */
    private void look() {
        if (due.compareAndSet(false, true)) {
            executor.execute(this::read);
        }
    }

    private synchronized void read() {
        due.set(false);
        try {
            study = db.studies().find(study.id()).orElse(study);
            IntConsumer progress = board == null ? this::tell : none -> {};
            board = reader.read(study, progress);
        } catch (RuntimeException e) {
            LOG.warn("Study {} could not be read: {}", study.name(), e.toString());
            return;
        }
        readers.forEach(each -> told(() -> each.show(board)));
    }

    private void tell(int trials) {
        readers.forEach(each -> told(() -> each.reading(trials)));
    }

    /** A page that closes at this very moment cannot be told; the others are. */
    private static void told(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.debug("A page was not told of a change", e);
        }
    }

    /**
     * What a study's page shows: the study and its trials, and while they last, the time that goes by and whether the
     * driver still lives.
     */
    private record Version(ResultsDb db, Clock clock, long study) implements Supplier<Object> {
        private static final int SECONDS = 15;

        @Override
        public Object get() {
            boolean ended = db.studies()
                    .find(study)
                    .filter(known -> known.state().ended())
                    .isPresent();
            long time = ended ? 0 : clock.instant().getEpochSecond() / SECONDS;
            return List.of(db.trials().version(study), time);
        }
    }
}
