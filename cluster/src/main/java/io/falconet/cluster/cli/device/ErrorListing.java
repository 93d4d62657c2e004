package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.latency.predict.PredictionError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Shows how far predicted latencies were from measured ones: a row a device, or a set of networks. */
public final class ErrorListing {
    private static final List<Column> FIGURES = List.of(
            Column.of("networks", "networks"),
            new Column("median_error", "median error %", "%.2f"),
            new Column("within_5", "within 5 %", "%.2f"),
            new Column("within_10", "within 10 %", "%.2f"),
            new Column("spearman", "Spearman", "%.4f"));
    private static final Column LOWEST = new Column("lowest_spearman", "lowest draw", "%.4f");

    private final Listing listing;
    private final boolean drawn;

    /**
     * @param rows what a row is of
     * @param drawn whether a row is the mean of several draws
     */
    public ErrorListing(String rows, boolean drawn) {
        List<Column> columns = new ArrayList<>(List.of(Column.of(rows, rows)));
        columns.addAll(FIGURES);
        if (drawn) {
            columns.add(LOWEST);
        }
        this.listing = new Listing(columns);
        this.drawn = drawn;
    }

    /** The mean over draws. */
    public void row(String name, List<PredictionError> draws) {
        List<Object> row = new ArrayList<>(List.of(
                name,
                draws.get(0).networks(),
                100 * mean(draws, PredictionError::median),
                100 * mean(draws, PredictionError::within5),
                100 * mean(draws, PredictionError::within10),
                mean(draws, PredictionError::spearman)));
        if (drawn) {
            row.add(draws.stream().mapToDouble(PredictionError::spearman).min().orElseThrow());
        }
        listing.row(row);
    }

    /** Prints all rows. */
    public void print(OutputFormat format, Console console) {
        listing.print(format, console.out());
    }

    private static double mean(List<PredictionError> draws, ToDoubleFunction<PredictionError> figure) {
        return draws.stream().mapToDouble(figure).average().orElseThrow();
    }
}
