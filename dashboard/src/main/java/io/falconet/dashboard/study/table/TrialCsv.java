package io.falconet.dashboard.study.table;

import io.falconet.dashboard.study.board.Board;
import io.falconet.results.ResultsDb;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Trials of a study to take away, as CSV: those that are asked for, in that order, however many. */
public final class TrialCsv {
    private static final int PAGE = 500;

    private final ResultsDb db;
    private final Board board;

    /** Of the study on a board. */
    public TrialCsv(ResultsDb db, Board board) {
        this.db = db;
        this.board = board;
    }

    /** Writes them, some hundred at a time, and leaves the stream open. */
    public void write(int[] numbers, OutputStream out) throws IOException {
        TrialTable table = new TrialTable(board.told());
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(table.header() + "\n");
        for (int from = 0; from < numbers.length; from += PAGE) {
            int to = Math.min(from + PAGE, numbers.length);
            for (var trial : db.trials()
                    .list(
                            board.study().id(),
                            Arrays.stream(numbers, from, to).boxed().toList())) {
                writer.write(table.line(trial) + "\n");
            }
        }
        writer.flush();
    }
}
