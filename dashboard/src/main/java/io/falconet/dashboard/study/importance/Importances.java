package io.falconet.dashboard.study.importance;

import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.OpenStudies;
import io.falconet.space.outcome.Objective;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What was learned of which decisions matter, kept for all browsers, and learned anew when a tenth more trials are known. */
public final class Importances {
    private static final int KEPT = 64;
    private static final double MORE = 1.1;

    private final OpenStudies studies;
    private final Map<Key, Learned> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Learned> eldest) {
            return size() > KEPT;
        }
    };

    public Importances(OpenStudies studies) {
        this.studies = studies;
    }

    private record Key(long study, Objective objective) {}

    /**
     * Tells what is known, at once where it is still good enough, else from a thread of the background.
     *
     * @param told is told of it; not at all where the work fails
     */
    void ask(Board board, Objective objective, Consumer<Learned> told) {
        Optional<Learned> good = known(board, objective);
        if (good.isPresent()) {
            told.accept(good.get());
            return;
        }
        studies.later(Duration.ZERO, () -> {
            Learned learned = known(board, objective).orElseGet(() -> Learned.of(board, objective));
            remember(new Key(board.study().id(), objective), learned);
            told.accept(learned);
        });
    }

    private synchronized Optional<Learned> known(Board board, Objective objective) {
        return Optional.ofNullable(known.get(new Key(board.study().id(), objective)))
                .filter(learned -> board.trials().finished() <= MORE * learned.finished());
    }

    private synchronized void remember(Key key, Learned learned) {
        known.put(key, learned);
    }
}
