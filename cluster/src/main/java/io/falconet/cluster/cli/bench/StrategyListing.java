package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.compare.StrategyComparison;
import io.falconet.space.outcome.Objective;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Strategies side by side, a row each. */
final class StrategyListing {
    private final StrategyComparison comparison;

    StrategyListing(StrategyComparison comparison) {
        this.comparison = comparison;
    }

    void print(OutputFormat format, PrintWriter out) {
        Objective first = comparison.study().objectives().get(0);
        List<Column> columns = new ArrayList<>(List.of(Column.of("strategy", "strategy")));
        for (int mark : comparison.marks()) {
            columns.add(new Column("hypervolume_at_" + mark, "hypervolume at " + mark, "%.3f"));
        }
        columns.add(Column.of("hypervolume_by_seed", "by seed, all trials"));
        columns.add(new Column("best_" + first.key().replace('-', '_'), "best " + first.label(), "%.4g"));
        Listing listing = new Listing(columns);
        for (String strategy : comparison.strategies()) {
            List<Object> row = new ArrayList<>(List.of(strategy));
            comparison.marks().forEach(mark -> row.add(comparison.share(strategy, mark)));
            row.add(comparison.shares(strategy).entrySet().stream()
                    .map(share -> String.format(Locale.ROOT, "%d: %.3f", share.getKey(), share.getValue()))
                    .collect(Collectors.joining(", ")));
            row.add(comparison.best(strategy));
            listing.row(row);
        }
        listing.print(format, out);
    }
}
