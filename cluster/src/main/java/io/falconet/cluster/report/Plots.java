package io.falconet.cluster.report;

import io.falconet.cluster.compare.Benchmark;
import io.falconet.cluster.compare.Result;
import io.falconet.cluster.compare.Standing;
import io.falconet.cluster.compare.Timing;
import io.falconet.latency.predict.PredictionError;
import io.falconet.space.zoo.ReportedResult;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the results look like: accuracy over what it costs, and whether costs and claims say how it will be. */
final class Plots {
    private static final double WIDE = 1080;
    private static final double WIDE_HEIGHT = 540;
    private static final double HALF = 640;
    private static final double HALF_HEIGHT = 430;
    private static final double MILLION = 1e6;
    /** So many points at least, or a rank correlation says nothing. */
    private static final int FEW = 4;
    /** Networks whose MACs differ by less are taken for equally dear. */
    private static final double ALIKE = 1.1;

    private final Benchmark benchmark;
    private final Families families;
    private final List<Result> scored;
    private final List<Result> timed;
    private final List<Result> front;

    Plots(Benchmark benchmark, Families families) {
        this.benchmark = benchmark;
        this.families = families;
        this.scored = benchmark.results().stream()
                .filter(result -> !Double.isNaN(result.map50To95()))
                .toList();
        this.timed = benchmark.results().stream()
                .filter(result -> result.timing(benchmark.batch()).isPresent())
                .toList();
        this.front = Standing.byMedians(benchmark.results(), benchmark.batch());
    }

    /** Accuracy against latency, with the front. */
    void accuracyAndLatency(Markup page) {
        List<Result> both = scored.stream().filter(timed::contains).toList();
        if (both.isEmpty()) {
            return;
        }
        List<Dot> dots = both.stream()
                .map(result -> {
                    Timing timing = timing(result);
                    return new Dot(
                            result.contender().name(),
                            families.look(result.contender()),
                            front.contains(result),
                            true,
                            timing.median(),
                            timing.low(),
                            timing.high(),
                            result.map50To95(),
                            detail(result));
                })
                .toList();
        List<Dot> steps = dots.stream()
                .filter(Dot::strong)
                .sorted((a, b) -> Double.compare(a.x(), b.x()))
                .toList();
        String names = String.join(
                ", ", front.stream().map(result -> result.contender().name()).toList());
        figure(
                page,
                "wide",
                new Scatter(
                        "Accuracy against latency",
                        "On the Pareto front, the fastest first: " + names,
                        Axis.logarithmic(
                                "latency of one image in ms, batch %d (log scale)".formatted(benchmark.batch()),
                                dots.stream().mapToDouble(Dot::x).toArray()),
                        Axis.linear(
                                "mAP50-95", dots.stream().mapToDouble(Dot::y).toArray()),
                        dots,
                        steps,
                        WIDE,
                        WIDE_HEIGHT),
                "Up and to the left is better. The bar through a point is the latency's 95 % interval. On the front, the"
                        + " fastest first: " + names + ".",
                true);
    }

    /** Accuracy against parameters. */
    void accuracyAndParameters(Markup page) {
        if (scored.isEmpty()) {
            return;
        }
        List<Dot> dots = dots(
                scored, result -> result.contender().complexity().parametersExecuted() / MILLION, Result::map50To95);
        figure(
                page,
                "half",
                scatter(
                        "Accuracy against parameters",
                        Axis.logarithmic("parameters in millions (log scale)", xs(dots)),
                        Axis.linear("mAP50-95", ys(dots)),
                        dots),
                correlation(dots)
                        .map(rank -> "Larger is not simply better: rank correlation %s.".formatted(rank))
                        .orElse(""),
                false);
    }

    /** Latency against MACs. */
    void latencyAndMacs(Markup page) {
        if (timed.isEmpty()) {
            return;
        }
        List<Dot> all = dots(timed, result -> result.contender().complexity().macs() / MILLION, result -> timing(result)
                .median());
        List<Dot> apart = furthestApart(all);
        List<Dot> dots = all.stream()
                .map(dot -> dot.named(dot.named() || apart.contains(dot)))
                .toList();
        figure(
                page,
                "half",
                scatter(
                        "Latency against multiply-accumulates",
                        Axis.logarithmic("MACs of one image in millions (log scale)", xs(dots)),
                        Axis.logarithmic("latency in ms, batch %d (log scale)".formatted(benchmark.batch()), ys(dots)),
                        dots),
                correlation(dots)
                                .map(rank -> "Operations are not time: rank correlation %s.".formatted(rank))
                                .orElse("")
                        + told(apart),
                false);
    }

    /** What authors say of COCO against what is so on these data. */
    void claimsAndFindings(Markup page) {
        List<Dot> dots = scored.stream()
                .flatMap(result -> said(result)
                        .map(said -> Dot.at(
                                result.contender().name(),
                                families.look(result.contender()),
                                false,
                                said.map50To95(),
                                result.map50To95(),
                                "%s: %s said at %d px (%s), %s here"
                                        .formatted(
                                                result.contender().name(),
                                                Figures.accuracy(said.map50To95()),
                                                said.side(),
                                                said.data(),
                                                Figures.accuracy(result.map50To95()))))
                        .stream())
                .toList();
        if (dots.size() < FEW) {
            return;
        }
        figure(
                page,
                "half",
                scatter(
                        "COCO as reported, and these data as measured",
                        Axis.linear("mAP50-95 on COCO, as reported", xs(dots)),
                        Axis.linear("mAP50-95 here", ys(dots)),
                        dots),
                correlation(dots)
                        .map(rank ->
                                "Other data, other sizes, far longer training: whether the order carries over is all that can be compared. Rank correlation %s."
                                        .formatted(rank))
                        .orElse(""),
                false);
    }

    /** Throughput by many images against one. */
    void batching(Markup page) {
        if (benchmark.batches().size() < 2) {
            return;
        }
        int many = benchmark.batches().get(benchmark.batches().size() - 1);
        List<Result> both =
                timed.stream().filter(result -> result.timing(many).isPresent()).toList();
        if (both.isEmpty()) {
            return;
        }
        List<Dot> dots = dots(
                both,
                result -> timing(result).median(),
                result -> timing(result).median()
                        / result.timing(many).orElseThrow().median());
        figure(
                page,
                "half",
                scatter(
                        "What batches gain",
                        Axis.logarithmic("latency in ms, batch %d (log scale)".formatted(benchmark.batch()), xs(dots)),
                        Axis.linear("times as many images a second at batch " + many, ys(dots)),
                        dots),
                "Over 1, images that are read together go faster; under 1, one at a time is better on this device.",
                false);
    }

    /** What is said of the mean over thresholds, at the nearest size. */
    static Optional<ReportedResult> said(Result result) {
        return result.contender().published().stream()
                .flatMap(model -> model.reported().stream())
                .filter(said -> !Double.isNaN(said.map50To95()))
                .min((a, b) -> Integer.compare(
                        Math.abs(a.side() - result.contender().input().height()),
                        Math.abs(b.side() - result.contender().input().height())));
    }

    private Timing timing(Result result) {
        return result.timing(benchmark.batch()).orElseThrow();
    }

    private List<Dot> dots(List<Result> of, ToDoubleFunction<Result> x, ToDoubleFunction<Result> y) {
        return fewNamed(of.stream()
                .map(result -> Dot.at(
                        result.contender().name(),
                        families.look(result.contender()),
                        front.contains(result),
                        x.applyAsDouble(result),
                        y.applyAsDouble(result),
                        detail(result)))
                .toList());
    }

    /** Of small plots the front and the outermost points are named. */
    private static List<Dot> fewNamed(List<Dot> dots) {
        DoubleSummaryStatistics x = dots.stream().mapToDouble(Dot::x).summaryStatistics();
        DoubleSummaryStatistics y = dots.stream().mapToDouble(Dot::y).summaryStatistics();
        return dots.stream()
                .map(dot -> dot.named(dot.strong()
                        || dot.x() == x.getMin()
                        || dot.x() == x.getMax()
                        || dot.y() == y.getMin()
                        || dot.y() == y.getMax()))
                .toList();
    }

    private String detail(Result result) {
        List<String> parts = new ArrayList<>();
        result.accuracy().ifPresent(found -> parts.add("mAP50-95 " + Figures.accuracy(found.map50To95())));
        result.timing(benchmark.batch())
                .ifPresent(timing -> parts.add("%s ms (%s to %s)"
                        .formatted(
                                Figures.millis(timing.median()),
                                Figures.millis(timing.low()),
                                Figures.millis(timing.high()))));
        parts.add(Figures.millions(result.contender().complexity().parametersExecuted()) + " M parameters");
        parts.add(Figures.millions(result.contender().complexity().macs()) + " M MACs");
        return result.contender().name() + ": " + String.join(", ", parts);
    }

    private static Scatter scatter(String title, Axis x, Axis y, List<Dot> dots) {
        return new Scatter(title, dots.size() + " detectors", x, y, dots, List.of(), HALF, HALF_HEIGHT);
    }

    private static double[] xs(List<Dot> dots) {
        return dots.stream().mapToDouble(Dot::x).toArray();
    }

    private static double[] ys(List<Dot> dots) {
        return dots.stream().mapToDouble(Dot::y).toArray();
    }

    private static Optional<String> correlation(List<Dot> dots) {
        if (dots.size() < FEW) {
            return Optional.empty();
        }
        double rank = PredictionError.of(xs(dots), ys(dots)).spearman();
        return Double.isNaN(rank) ? Optional.empty() : Optional.of(Figures.fixed(rank, 2));
    }

    /** Of two networks that cost about the same, the faster and the slower whose latencies differ most. */
    private static List<Dot> furthestApart(List<Dot> dots) {
        List<Dot> furthest = List.of();
        double most = 1;
        for (Dot a : dots) {
            for (Dot b : dots) {
                boolean alike = a.x() / b.x() < ALIKE && b.x() / a.x() < ALIKE;
                if (alike && b.y() / a.y() > most) {
                    most = b.y() / a.y();
                    furthest = List.of(a, b);
                }
            }
        }
        return furthest;
    }

    private static String told(List<Dot> apart) {
        if (apart.isEmpty()) {
            return "";
        }
        Dot fast = apart.get(0);
        Dot slow = apart.get(1);
        return " %s and %s cost %s and %s million, and take %s and %s ms: %s times as long."
                .formatted(
                        fast.name(),
                        slow.name(),
                        Figures.fixed(fast.x(), 0),
                        Figures.fixed(slow.x(), 0),
                        Figures.millis(fast.y()),
                        Figures.millis(slow.y()),
                        Figures.fixed(slow.y() / fast.y(), 1));
    }

    private void figure(Markup page, String kind, Scatter plot, String caption, boolean front) {
        page.open("figure", "class", "card " + kind);
        page.element("h3", plot.title());
        if (front) {
            families.legend(page, true);
        }
        plot.write(page);
        page.element("figcaption", caption).close();
    }
}
