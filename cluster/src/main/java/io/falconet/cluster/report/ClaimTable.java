package io.falconet.cluster.report;

import io.falconet.cluster.compare.Benchmark;
import io.falconet.cluster.compare.Result;
import io.falconet.cluster.compare.Timing;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.zoo.Claim;
import io.falconet.space.zoo.ReportedResult;
import io.falconet.space.zoo.ZooModel;
import java.util.List;
import java.util.stream.Stream;

/** What authors say, beside what was counted and measured. */
final class ClaimTable {
    private final List<Result> results;
    private final int batch;

    ClaimTable(Benchmark benchmark) {
        this.results = benchmark.results().stream()
                .filter(result -> result.contender().published().isPresent())
                .toList();
        this.batch = benchmark.batch();
    }

    /** What detectors are said to reach, elsewhere, and what they reached here. */
    void reached(Markup page) {
        open(
                page,
                "claims",
                "What detectors are said to reach",
                "Detector",
                "Said by, of which data and input",
                "mAP50-95",
                "here",
                "mAP50",
                "here",
                "Speed, as printed",
                "ms here");
        for (Result result : results) {
            for (ReportedResult said : published(result).reported()) {
                row(
                        page,
                        result.contender().name(),
                        "%s: %s, %d px".formatted(said.where(), said.data(), said.side()),
                        Figures.accuracy(said.map50To95()),
                        Figures.accuracy(result.map50To95()),
                        Figures.accuracy(said.map50()),
                        Figures.accuracy(result.accuracy().map(Accuracy::map50).orElse(Double.NaN)),
                        said.speed().isEmpty() ? Figures.NOTHING : said.speed(),
                        result.timing(batch)
                                .map(Timing::median)
                                .map(Figures::millis)
                                .orElse(Figures.NOTHING));
            }
        }
        close(page);
    }

    /** What detectors are said to cost, and what they cost. */
    void costs(Markup page) {
        open(
                page,
                "claims costs",
                "What detectors are said to cost",
                "Detector",
                "Said by",
                "Input",
                "Parameters, as printed",
                "Counted",
                "Operations, as printed",
                "2 × MACs",
                "Verdict");
        for (Result result : results) {
            ZooModel model = published(result);
            for (Claim claim : costs(model).toList()) {
                Complexity truth = claim.truth(model);
                row(
                        page,
                        result.contender().name(),
                        claim.where(),
                        Figures.size(claim.image(model)),
                        claim.parameters().isEmpty() ? Figures.NOTHING : claim.parameters(),
                        Figures.whole(truth.parameters()),
                        claim.operations().isEmpty() ? Figures.NOTHING : claim.operations(),
                        Figures.fixed(truth.flops() / 1e9, 3) + " G",
                        claim.right() ? "right" : claim.verdict());
            }
        }
        close(page);
    }

    /** Whether there is any to show. */
    boolean any() {
        return results.stream()
                .map(ClaimTable::published)
                .anyMatch(model ->
                        !model.reported().isEmpty() || costs(model).findAny().isPresent());
    }

    private static Stream<Claim> costs(ZooModel model) {
        return model.claims().stream()
                .filter(claim ->
                        !claim.parameters().isEmpty() || !claim.operations().isEmpty());
    }

    private static ZooModel published(Result result) {
        return result.contender().published().orElseThrow();
    }

    private static void open(Markup page, String style, String title, String... headings) {
        page.element("h3", title);
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
        page.open("table", "class", style).open("thead").open("tr");
        for (String heading : headings) {
            page.element("th", heading, "scope", "col");
        }
        page.close().close().open("tbody");
    }

    private static void row(Markup page, String name, String... cells) {
        page.open("tr").element("th", name, "scope", "row");
        for (String cell : cells) {
            page.element("td", cell);
        }
        page.close();
    }

    private static void close(Markup page) {
        page.close().close().close();
    }
}
