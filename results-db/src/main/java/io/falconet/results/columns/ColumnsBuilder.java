package io.falconet.results.columns;

import io.falconet.results.ScoreText;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adds rows to columns. Blocks in which nothing changes are shared with the columns before; those in which something does
 * are copied once. A row that comes twice counts once.
 */
final class ColumnsBuilder {
    private static final double NANOS_PER_MILLI = 1e6;

    private final TrialColumns before;
    private final List<Block> blocks;
    private final BitSet own = new BitSet();
    private final List<Fidelity> fidelities;
    private final DecisionReader decisions;
    private final int[] counts;
    private final IntStream.Builder finished = IntStream.builder();
    private int size;
    private boolean changed;

    ColumnsBuilder(TrialColumns before) {
        this.before = before;
        this.blocks = new ArrayList<>(before.blocks());
        this.fidelities = new ArrayList<>(before.fidelities());
        this.decisions = new DecisionReader(before.decisions());
        this.counts = before.counts();
        this.size = before.size();
    }

    /** Adds a row of {@link ColumnReading}'s query, or says nothing new. */
    void put(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        TrialState state = TrialState.valueOf(row.getString("state"));
        int place = number % Block.SIZE;
        int known = number < size ? blocks.get(number / Block.SIZE).states[place] : 0;
        int code = state.ordinal() + 1;
        if (known == code || known > TrialState.RUNNING.ordinal() + 1) {
            return;
        }
        Block block = own(number / Block.SIZE);
        if (known == 0) {
            String architecture = row.getString("architecture");
            decisions.read(architecture, (decision, option) -> block.option(decision, place, option));
            size = Math.max(size, number + 1);
        } else {
            counts[known - 1]--;
        }
        block.fidelities[place] = (byte) fidelity(row);
        if (state.finished()) {
            block.finished[place] = row.getLong("finished_nanos");
            figures(row, block, place);
            finished.add(number);
        }
        block.states[place] = (byte) code;
        counts[code - 1]++;
        changed = true;
    }

    private Block own(int index) {
        while (blocks.size() <= index) {
            own.set(blocks.size());
            blocks.add(new Block());
        }
        if (!own.get(index)) {
            own.set(index);
            blocks.set(index, blocks.get(index).copy());
        }
        return blocks.get(index);
    }

    private int fidelity(ResultSet row) throws SQLException {
        Fidelity fidelity = new Fidelity(
                row.getInt("epochs"),
                row.getInt("images"),
                row.getInt("batch"),
                row.getInt("schedule"),
                row.getDouble("pixels"));
        int known = fidelities.indexOf(fidelity);
        if (known >= 0) {
            return known;
        }
        if (fidelities.size() == DecisionReader.MOST) {
            return fidelities.size() - 1; // no study has as many rungs
        }
        fidelities.add(fidelity);
        return fidelities.size() - 1;
    }

    private static void figures(ResultSet row, Block block, int place) throws SQLException {
        figure(row, "map50_95", 1, Objective.MAP50_95.ordinal(), block, place);
        figure(row, "map50", 1, Objective.MAP50.ordinal(), block, place);
        figure(row, "map_small", 1, Objective.MAP_SMALL.ordinal(), block, place);
        figure(row, "median_nanos", NANOS_PER_MILLI, Objective.LATENCY.ordinal(), block, place);
        figure(row, "low_nanos", NANOS_PER_MILLI, Block.LOW, block, place);
        figure(row, "high_nanos", NANOS_PER_MILLI, Block.HIGH, block, place);
        figure(row, "parameters_executed", 1, Objective.PARAMETERS.ordinal(), block, place);
        figure(row, "macs", 1, Objective.MACS.ordinal(), block, place);
        String scores = row.getString("scores");
        if (scores != null) {
            ScoreText.parse(scores).forEach((score, value) -> block.figure(score.ordinal(), place, value));
        }
    }

    private static void figure(ResultSet row, String column, double unit, int figure, Block block, int place)
            throws SQLException {
        double value = row.getDouble(column);
        if (!row.wasNull()) {
            block.figure(figure, place, value / unit);
        }
    }

    /** One more than the greatest number so far. */
    int size() {
        return size;
    }

    /** What is known now, with the numbers of those whose outcomes were added. */
    ColumnReading.Found found() {
        TrialColumns columns = changed
                ? new TrialColumns(blocks, size, fidelities, decisions.decisions(before.decisions()), counts)
                : before;
        return new ColumnReading.Found(columns, finished.build().toArray());
    }
}
