package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import java.io.PrintWriter;
import java.util.Locale;

/** What was measured of a store: a line a figure for people, a row for programs. */
final class RecordingListing {
    private final String database;
    private final RecordingFigures figures;

    RecordingListing(String address, RecordingFigures figures) {
        this.database = address.startsWith("jdbc:h2:") ? "H2" : "PostgreSQL";
        this.figures = figures;
    }

    void print(OutputFormat format, PrintWriter out) {
        (format == OutputFormat.text ? lines() : row()).print(format, out);
    }

    private Listing lines() {
        return new Listing(Column.of("figure", "figure"), Column.of("value", "value"))
                .row("database", database)
                .row("outcomes", text("%,d by %d threads", figures.outcomes(), figures.threads()))
                .row("recorded", text("%,.0f a second", figures.outcomesPerSecond()))
                .row("proposed", text("%,.0f a second", figures.proposalsPerSecond()))
                .row("one of the first thousand", text("%.3f ms", figures.firstMillis()))
                .row("one of the last thousand", text("%.3f ms", figures.lastMillis()))
                .row("last to first", text("%.2f", figures.growth()))
                .row("heap", text("at most %,d MB", figures.heapMegabytes()))
                .row("front", text("%,d trials in %.1f ms", figures.frontTrials(), figures.frontMillis()));
    }

    private Listing row() {
        return new Listing(
                        Column.of("database", ""),
                        Column.of("outcomes", ""),
                        Column.of("threads", ""),
                        Column.of("outcomes_per_second", ""),
                        Column.of("proposals_per_second", ""),
                        Column.of("first_thousand_ms", ""),
                        Column.of("last_thousand_ms", ""),
                        Column.of("last_to_first", ""),
                        Column.of("heap_mb", ""),
                        Column.of("front_trials", ""),
                        Column.of("front_ms", ""))
                .row(
                        database,
                        figures.outcomes(),
                        figures.threads(),
                        figures.outcomesPerSecond(),
                        figures.proposalsPerSecond(),
                        figures.firstMillis(),
                        figures.lastMillis(),
                        figures.growth(),
                        figures.heapMegabytes(),
                        figures.frontTrials(),
                        figures.frontMillis());
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
