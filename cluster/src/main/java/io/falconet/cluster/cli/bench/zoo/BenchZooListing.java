package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.model.ClaimListing;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.compare.Benchmark;
import io.falconet.cluster.compare.Contender;
import io.falconet.cluster.compare.Result;
import io.falconet.cluster.compare.Standing;
import io.falconet.cluster.compare.Timing;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.zoo.ReportedResult;
import io.falconet.space.zoo.ZooModel;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A benchmark as a table: short for people, with all that is known for reading on. */
record BenchZooListing(Benchmark benchmark) {
    void print(OutputFormat format, PrintWriter out) {
        (format == OutputFormat.text ? narrow() : wide()).print(format, out);
    }

    private Listing narrow() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("model", "model"),
                new Column("parameters", "parameters", "%,d"),
                new Column("macs", "MACs", "%,d"),
                new Column("map50_95", "mAP50-95", "%.3f"),
                new Column("map50", "mAP50", "%.3f"),
                new Column("map_small", "small", "%.3f")));
        benchmark.batches().forEach(batch -> columns.add(Column.of("batch" + batch, "ms, batch " + batch)));
        columns.add(new Column("images_per_second", "images/s", "%.1f"));
        columns.add(new Column("onnx_mb", "ONNX MB", "%.1f"));
        columns.add(Column.of("front", "front"));
        columns.add(Column.of("trouble", ""));
        Listing listing = new Listing(columns);
        List<Standing> standings = benchmark.standings();
        for (int i = 0; i < benchmark.results().size(); i++) {
            Result result = benchmark.results().get(i);
            List<Object> row = start(result);
            benchmark
                    .batches()
                    .forEach(batch -> row.add(
                            result.timing(batch).map(BenchZooListing::interval).orElse(null)));
            row.add(rate(result));
            row.add(result.onnxBytes().isPresent() ? result.onnxBytes().getAsLong() / 1e6 : null);
            row.add(standings.get(i).label());
            row.add(result.trouble().orElse(""));
            listing.row(row);
        }
        return listing;
    }

    private Listing wide() {
        List<String> keys = new ArrayList<>(List.of("model", "parameters", "macs", "map50_95", "map50", "map_small"));
        benchmark
                .batches()
                .forEach(batch -> keys.addAll(List.of(
                        "batch%d_ms".formatted(batch),
                        "batch%d_low_ms".formatted(batch),
                        "batch%d_high_ms".formatted(batch),
                        "batch%d_disturbance".formatted(batch))));
        keys.addAll(List.of(
                "images_per_second",
                "onnx_bytes",
                "front",
                "trouble",
                "family",
                "searched",
                "same_network",
                "input",
                "network",
                "training",
                "reported_map50_95",
                "reported_map50",
                "reported_speed",
                "reported_by",
                "claims"));
        Listing listing =
                new Listing(keys.stream().map(key -> Column.of(key, key)).toList());
        List<Standing> standings = benchmark.standings();
        for (int i = 0; i < benchmark.results().size(); i++) {
            listing.row(wide(benchmark.results().get(i), standings.get(i)));
        }
        return listing;
    }

    private List<Object> wide(Result result, Standing standing) {
        Contender contender = result.contender();
        List<Object> row = start(result);
        for (int batch : benchmark.batches()) {
            Optional<Timing> timing = result.timing(batch);
            row.add(timing.map(Timing::median).orElse(null));
            row.add(timing.map(Timing::low).orElse(null));
            row.add(timing.map(Timing::high).orElse(null));
            row.add(timing.flatMap(Timing::disturbance).orElse(null));
        }
        Optional<ReportedResult> said = contender.published().stream()
                .flatMap(model -> model.reported().stream())
                .findFirst();
        row.addAll(Arrays.asList(
                rate(result),
                result.onnxBytes().isPresent() ? result.onnxBytes().getAsLong() : null,
                standing.label(),
                result.trouble().orElse(null),
                contender.family(),
                contender.searched(),
                String.join("; ", contender.also()),
                ImageSize.text(contender.input()),
                contender.networkId(),
                result.training(),
                said.map(ReportedResult::map50To95).orElse(null),
                said.map(ReportedResult::map50).orElse(null),
                said.map(ReportedResult::speed).orElse(null),
                said.map(it -> "%s: %s, %d px".formatted(it.where(), it.data(), it.side()))
                        .orElse(null),
                contender
                        .published()
                        .map(ZooModel::claims)
                        .map(ClaimListing::inWords)
                        .orElse(null)));
        return row;
    }

    private static List<Object> start(Result result) {
        return new ArrayList<>(Arrays.asList(
                result.contender().name(),
                result.contender().complexity().parametersExecuted(),
                result.contender().complexity().macs(),
                figure(result, Accuracy::map50To95),
                figure(result, Accuracy::map50),
                figure(result, Accuracy::mapSmall)));
    }

    private static Double figure(Result result, Function<Accuracy, Double> figure) {
        return result.accuracy().map(figure).filter(value -> value >= 0).orElse(null);
    }

    /** With as many images at a time as were tried. */
    private Double rate(Result result) {
        int most = benchmark.batches().stream().mapToInt(batch -> batch).max().orElseThrow();
        return result.timing(most).map(Timing::imagesPerSecond).orElse(null);
    }

    private static String interval(Timing timing) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)%s",
                timing.median(),
                timing.low(),
                timing.high(),
                timing.disturbance().isPresent() ? "†" : "");
    }
}
