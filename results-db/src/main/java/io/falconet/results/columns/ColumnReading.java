package io.falconet.results.columns;

import io.falconet.results.ResultsDb;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Reads a study's trials into columns, and again what has changed since. An outcome never changes, and neither does what a
 * trial decided; so whatever was not finished when it was last looked at is looked at again: trials that ran, numbers that
 * nobody had proposed while greater ones were there, and all beyond. What is committed late is not missed, whatever times
 * and numbers it bears.
 */
public final class ColumnReading {
    /** Trials a query: few enough that a database which keeps its answers in memory can. */
    private static final int PAGE = 10_000;
    /** Open numbers that are no farther apart are read together with those between them. */
    private static final int NEAR = 256;
    /** Numbers from here on are no search's. */
    private static final int MOST = 1 << 24;

    private static final String ROWS =
            """
            SELECT t.number, t.state, t.finished_nanos, t.architecture,
                   COALESCE(o.epochs, t.epochs) AS epochs, COALESCE(o.images, t.images) AS images,
                   COALESCE(o.batch, t.batch) AS batch, COALESCE(o.schedule, t.schedule) AS schedule,
                   COALESCE(o.pixels, t.pixels) AS pixels,
                   o.map50_95, o.map50, o.map_small, o.median_nanos, o.low_nanos, o.high_nanos,
                   o.parameters_executed, o.macs, o.scores
              FROM trial t
              LEFT JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
             WHERE t.study_id = :study AND t.number >= :from AND t.number < :to
            """;

    private static final String NEXT =
            "SELECT number FROM trial WHERE study_id = :study AND number >= :from AND number < :to ORDER BY number LIMIT 1";

    private final ResultsDb db;
    private final long studyId;

    /** Of a study. */
    public ColumnReading(ResultsDb db, long studyId) {
        this.db = db;
        this.studyId = studyId;
    }

    /**
     * What was read.
     *
     * @param columns all trials; the same as before where nothing has changed
     * @param finished numbers of those whose outcomes came to be known, in any order
     */
    public record Found(TrialColumns columns, int[] finished) {}

    /**
     * Reads what is not known yet. A hundred thousand trials take a second or some, those of a search that goes on a few
     * milliseconds.
     *
     * @param before what is known
     * @param progress is told again and again how many trials are known by now
     */
    public Found since(TrialColumns before, IntConsumer progress) {
        ColumnsBuilder builder = new ColumnsBuilder(before);
        int[] open = before.open();
        for (int i = 0; i < open.length; ) {
            int last = i;
            while (last + 1 < open.length && open[last + 1] - open[last] <= NEAR) {
                last++;
            }
            read(builder, open[i], open[last] + 1);
            i = last + 1;
        }
        int from = before.size();
        while (from < MOST) {
            int first = next(from);
            if (first < 0) {
                break;
            }
            from = Math.min(first + PAGE, MOST);
            read(builder, first, from);
            progress.accept(builder.size());
        }
        return builder.found();
    }

    private void read(ColumnsBuilder builder, int from, int to) {
        for (int start = from; start < to; start += PAGE) {
            int begin = start;
            db.transactions().use(handle -> rows(handle, builder, begin, Math.min(begin + PAGE, to)));
        }
    }

    private void rows(Handle handle, ColumnsBuilder builder, int from, int to) {
        handle.createQuery(ROWS)
                .setFetchSize(PAGE / 10)
                .bind("study", studyId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> {
                    builder.put(row);
                    return true;
                })
                .forEach(put -> {});
    }

    /** The next number that there is; −1 where there is none. */
    private int next(int from) {
        return db.transactions().in(handle -> handle.createQuery(NEXT)
                .bind("study", studyId)
                .bind("from", from)
                .bind("to", MOST)
                .mapTo(Integer.class)
                .findOne()
                .orElse(-1));
    }
}
