package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.compare.StrategyComparison;
import io.falconet.space.outcome.Objective;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

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
        for (long seed : comparison.seeds()) {
            columns.add(new Column("hypervolume_seed_" + seed, "seed " + seed, "%.3f"));
        }
        columns.add(new Column("best_" + first.key().replace('-', '_'), "best " + first.label(), "%.4g"));
        Listing listing = new Listing(columns);
        for (String strategy : comparison.strategies()) {
            List<Object> row = new ArrayList<>(List.of(strategy));
            comparison.marks().forEach(mark -> row.add(comparison.share(strategy, mark)));
            row.addAll(comparison.shares(strategy));
            row.add(comparison.best(strategy));
            listing.row(row);
        }
        listing.print(format, out);
    }
}
