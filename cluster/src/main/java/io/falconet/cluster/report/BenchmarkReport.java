package io.falconet.cluster.report;

import io.falconet.cluster.compare.Benchmark;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * A comparison of detectors as one HTML file: no other file, no network, and no script but the one that sorts the table.
 *
 * <pre>{@code
 * Files.writeString(folder.resolve("report.html"), new BenchmarkReport(benchmark).html());
 * }</pre>
 */
public final class BenchmarkReport {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Benchmark benchmark;
    private final Families families;

    public BenchmarkReport(Benchmark benchmark) {
        this.benchmark = benchmark;
        this.families = new Families(benchmark.results());
    }

    /** The whole page. */
    public String html() {
        Markup page = new Markup();
        page.open("html", "lang", "en");
        PageHead.write(page, benchmark.title());
        page.open("body");
        header(page);
        page.open("main");
        new Highlights(benchmark).write(page);
        Plots plots = new Plots(benchmark, families);
        plots.accuracyAndLatency(page);
        table(page);
        page.open("section");
        page.element("h2", "What the figures say");
        page.open("div", "class", "pair");
        plots.accuracyAndParameters(page);
        plots.latencyAndMacs(page);
        plots.claimsAndFindings(page);
        plots.batching(page);
        page.close().close();
        claims(page);
        conditions(page);
        page.close();
        page.element("script", PageHead.resource("report.js"));
        page.close().close();
        return page.html();
    }

    private void header(Markup page) {
        long scored = benchmark.results().stream()
                .filter(result -> result.accuracy().isPresent())
                .count();
        long others = benchmark.results().size() - scored;
        page.open("header");
        page.element("p", "Falconet · bench zoo", "class", "brand");
        page.element("h1", benchmark.title());
        page.element(
                "p",
                "%d detectors scored%s · %s"
                        .formatted(
                                scored,
                                others == 0 ? "" : ", %d timed alone".formatted(others),
                                MOMENT.format(benchmark.made())),
                "class",
                "lead");
        page.close();
    }

    private void table(Markup page) {
        page.open("section");
        page.element("h2", "All detectors");
        new DetectorTable(benchmark, families).write(page);
        page.element(
                "p",
                "Parameters are those that run, MACs multiply-accumulates for one image. A detector is on the front if no other is as accurate and as fast wherever in their 95 % intervals the latencies lie; it ties where that depends on it."
                        + (disturbed()
                                ? " † Something else on the device ran all the time: the figure may be too high."
                                : ""),
                "class",
                "note");
        page.close();
    }

    private boolean disturbed() {
        return benchmark.results().stream()
                .flatMap(result -> result.timings().stream())
                .anyMatch(timing -> timing.disturbance().isPresent());
    }

    private void claims(Markup page) {
        ClaimTable claims = new ClaimTable(benchmark);
        if (claims.any()) {
            page.open("section");
            page.element("h2", "What the authors say");
            page.element(
                    "p",
                    "Printed figures, passed on with their source. Their accuracies are of other data after long training, their times of other devices; parameters and operations were counted here, for the input and classes of which the authors speak.",
                    "class",
                    "note");
            claims.reached(page);
            claims.costs(page);
            page.close();
        }
    }

    private void conditions(Markup page) {
        page.open("section");
        page.element("h2", "How this was made");
        page.open("div", "class", "facts");
        facts(page, "Data", benchmark.data());
        facts(page, "Training", benchmark.training());
        facts(page, "Device", benchmark.device());
        page.close();
        if (!benchmark.notes().isEmpty()) {
            page.element("h3", "What is not in it");
            page.open("ul");
            benchmark.notes().forEach(note -> page.element("li", note));
            page.close();
        }
        page.element("h3", "To make it again");
        page.open("pre").element("code", benchmark.command()).close();
        page.close();
    }

    private static void facts(Markup page, String title, Map<String, String> facts) {
        page.open("div", "class", "card").element("h3", title).open("dl");
        facts.forEach((name, value) -> page.element("dt", name).element("dd", value));
        page.close().close();
    }
}
