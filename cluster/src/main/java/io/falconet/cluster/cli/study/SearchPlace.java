package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CtrlC;
import io.falconet.cluster.metrics.SearchMetrics;
import io.falconet.cluster.spark.StudyExecutors;
import io.falconet.space.study.StudySpec;

/** Where a search trains its candidates, and who tells it to stop. */
interface SearchPlace {
    /** What trains a study's candidates, to be closed by the search. */
    StudyExecutors executors(StudySpec spec);

    /**
     * From now on whoever wants an end is heard; who wanted it before, at once.
     *
     * @param stop called then, from any thread
     */
    Hearing hear(Runnable stop);

    /** Whether its candidates are trained on other machines than this one. */
    boolean elsewhere();

    /** Whether a person may watch this search, and no other. */
    boolean watched();

    /** Counts what goes on here. */
    SearchMetrics metrics();

    /** Goes on until it is ended. */
    interface Hearing {
        void end();
    }

    /** A search that has the terminal for itself, and a cluster of its own. */
    static SearchPlace alone(Console console, ClusterOptions cluster, SearchMetrics metrics) {
        return new SearchPlace() {
            @Override
            public StudyExecutors executors(StudySpec spec) {
                return cluster.executors(spec);
            }

            @Override
            public Hearing hear(Runnable stop) {
                return new CtrlC(console, stop)::forget;
            }

            @Override
            public boolean elsewhere() {
                return cluster.elsewhere();
            }

            @Override
            public boolean watched() {
                return Console.watched();
            }

            @Override
            public SearchMetrics metrics() {
                return metrics;
            }
        };
    }
}
