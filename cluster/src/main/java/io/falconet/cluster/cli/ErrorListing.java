package io.falconet.cluster.cli;

import io.falconet.cluster.cli.Listing.Column;
import io.falconet.latency.predict.PredictionError;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Shows how far predicted latencies were from measured ones: a row a device, or a set of networks. */
final class ErrorListing {
    private final Listing listing;

    ErrorListing(String rows) {
        this.listing = new Listing(
                Column.of(rows, rows),
                Column.of("networks", "networks"),
                new Column("median_error", "median error %", "%.2f"),
                new Column("within_5", "within 5 %", "%.2f"),
                new Column("within_10", "within 10 %", "%.2f"),
                new Column("spearman", "Spearman", "%.4f"),
                new Column("lowest_spearman", "lowest draw", "%.4f"));
    }

    /** The mean over draws. */
    void row(String name, List<PredictionError> draws) {
        Double lowest = draws.size() < 2
                ? null
                : draws.stream().mapToDouble(PredictionError::spearman).min().orElseThrow();
        listing.row(
                name,
                draws.get(0).networks(),
                100 * mean(draws, PredictionError::median),
                100 * mean(draws, PredictionError::within5),
                100 * mean(draws, PredictionError::within10),
                mean(draws, PredictionError::spearman),
                lowest);
    }

    void print(OutputFormat format, Console console) {
        listing.print(format, console.out());
    }

    private static double mean(List<PredictionError> draws, ToDoubleFunction<PredictionError> figure) {
        return draws.stream().mapToDouble(figure).average().orElseThrow();
    }
}
