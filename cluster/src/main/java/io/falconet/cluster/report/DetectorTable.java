package io.falconet.cluster.report;

import io.falconet.cluster.compare.Benchmark;
import io.falconet.cluster.compare.Result;
import io.falconet.cluster.compare.Standing;
import io.falconet.cluster.compare.Timing;
import io.falconet.space.outcome.Accuracy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** All results, a row each. A click on a heading sorts them where scripts run; it reads well without. */
final class DetectorTable {
    private final Benchmark benchmark;
    private final Families families;
    private final double best;

    DetectorTable(Benchmark benchmark, Families families) {
        this.benchmark = benchmark;
        this.families = families;
        this.best = benchmark.results().stream()
                .mapToDouble(Result::map50To95)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(1);
    }

    void write(Markup page) {
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of all results");
        page.open("table", "class", "results");
        page.open("thead").open("tr");
        heading(page, "Detector", "", false);
        heading(page, "Parameters", "millions", true);
        heading(page, "MACs", "millions", true);
        heading(page, "mAP50-95", "", true);
        heading(page, "mAP50", "", true);
        heading(page, "mAP small", "", true);
        for (int batch : benchmark.batches()) {
            heading(page, "Batch " + batch, "ms an image", true);
        }
        heading(page, "Images/s", "batch " + last(), true);
        heading(page, "ONNX", "MB", true);
        heading(page, "Front", "", false);
        page.close().close();
        page.open("tbody");
        List<Standing> standings = benchmark.standings();
        for (int i = 0; i < benchmark.results().size(); i++) {
            row(page, benchmark.results().get(i), standings.get(i));
        }
        page.close().close().close();
    }

    private int last() {
        return benchmark.batches().stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static void heading(Markup page, String title, String unit, boolean number) {
        page.open("th", "scope", "col", "class", number ? "number" : null);
        page.open("button", "type", "button").text(title).close();
        if (!unit.isEmpty()) {
            page.element("small", unit);
        }
        page.close();
    }

    private void row(Markup page, Result result, Standing standing) {
        page.open("tr", "class", standing == Standing.FRONT ? "on-front" : null);
        name(page, result);
        number(page, result.contender().complexity().parametersExecuted(), Figures::millions);
        number(page, result.contender().complexity().macs(), Figures::millions);
        bar(page, result.map50To95());
        accuracy(page, result, Accuracy::map50);
        accuracy(page, result, Accuracy::mapSmall);
        for (int batch : benchmark.batches()) {
            timing(page, result.timing(batch));
        }
        OptionalDouble rate = result.timing(last()).map(Timing::imagesPerSecond).stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
        cell(page, rate, rate.isPresent() ? Figures.rate(rate.getAsDouble()) : Figures.NOTHING);
        if (result.onnxBytes().isPresent()) {
            number(page, result.onnxBytes().getAsLong(), Figures::megabytes);
        } else {
            cell(page, OptionalDouble.empty(), Figures.NOTHING);
        }
        page.open("td", "data-value", String.valueOf(standing.ordinal()));
        if (standing == Standing.FRONT || standing == Standing.TIE) {
            page.element("span", standing.label(), "class", "chip " + standing.label());
        }
        page.close().close();
    }

    private void name(Markup page, Result result) {
        page.open("th", "scope", "row", "data-value", result.contender().name()).open("div", "class", "who");
        Families.mark(page, families.look(result.contender()));
        page.open("span", "class", "model").element("b", result.contender().name());
        String family = result.contender().searched()
                ? result.contender().family() + ", reads "
                        + Figures.size(result.contender().input())
                : result.contender().family();
        page.element("small", family);
        if (!result.contender().also().isEmpty()) {
            page.element(
                    "small",
                    "the same network: " + String.join(", ", result.contender().also()));
        }
        result.trouble().ifPresent(why -> page.element("small", why, "class", "trouble"));
        page.close().close().close();
    }

    /** The figure, with a bar behind it that is as long as the figure is high. */
    private void bar(Markup page, double value) {
        if (Double.isNaN(value)) {
            cell(page, OptionalDouble.empty(), Figures.NOTHING);
            return;
        }
        page.open("td", "class", "number", "data-value", String.valueOf(value));
        String width = "width:" + String.format(Locale.ROOT, "%.0f", 100 * Math.max(0, value) / best) + "%";
        page.open("span", "class", "bar", "style", width, "aria-hidden", "true").close();
        page.element("b", Figures.accuracy(value)).close();
    }

    private static void accuracy(Markup page, Result result, ToDoubleFunction<Accuracy> figure) {
        OptionalDouble value = result.accuracy().stream()
                .mapToDouble(figure)
                .filter(it -> it >= 0)
                .findFirst();
        cell(page, value, value.isPresent() ? Figures.accuracy(value.getAsDouble()) : Figures.NOTHING);
    }

    private static void timing(Markup page, Optional<Timing> timing) {
        if (timing.isEmpty()) {
            cell(page, OptionalDouble.empty(), Figures.NOTHING);
            return;
        }
        Timing measured = timing.get();
        page.open("td", "class", "number", "data-value", String.valueOf(measured.median()));
        page.element("b", Figures.millis(measured.median()));
        measured.disturbance()
                .ifPresent(what -> page.element("abbr", "†", "class", "disturbed", "title", "maybe too high: " + what));
        page.element("small", "%s to %s".formatted(Figures.millis(measured.low()), Figures.millis(measured.high())));
        page.close();
    }

    private interface Format {
        String of(long value);
    }

    private static void number(Markup page, long value, Format format) {
        cell(page, OptionalDouble.of(value), format.of(value));
    }

    private static void cell(Markup page, OptionalDouble value, String text) {
        page.element(
                "td",
                text,
                "class",
                "number",
                "data-value",
                value.isPresent() ? String.valueOf(value.getAsDouble()) : null);
    }
}
