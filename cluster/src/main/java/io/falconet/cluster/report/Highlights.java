package io.falconet.cluster.report;

import io.falconet.cluster.compare.Benchmark;
import io.falconet.cluster.compare.Result;
import io.falconet.cluster.compare.Standing;
import io.falconet.cluster.compare.Timing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a reader wants to know first. */
final class Highlights {
    /** A detector of the front is worth a glance if it has this share of the best accuracy. */
    private static final double WORTHWHILE = 0.9;

    private final Benchmark benchmark;
    private final List<Result> front;

    Highlights(Benchmark benchmark) {
        this.benchmark = benchmark;
        this.front = Standing.byMedians(benchmark.results(), benchmark.batch());
    }

    void write(Markup page) {
        if (front.isEmpty()) {
            return;
        }
        Result best = front.get(front.size() - 1);
        page.open("ul", "class", "tiles");
        tile(page, "Most accurate", best, accuracy(best));
        double enough = WORTHWHILE * best.map50To95();
        Result quick = front.stream()
                .filter(result -> result.map50To95() >= enough)
                .findFirst()
                .orElse(best);
        if (quick != best) {
            tile(page, "Fastest with nine tenths of that", quick, accuracy(quick));
        }
        if (best.contender().searched()) {
            benchmark.results().stream()
                    .filter(result -> !result.contender().searched() && !Double.isNaN(result.map50To95()))
                    .max(Comparator.comparingDouble(Result::map50To95))
                    .ifPresent(result -> tile(page, "Most accurate of the published", result, accuracy(result)));
        }
        Result fastest = front.get(0);
        if (fastest != quick) {
            tile(page, "Fastest on the front", fastest, accuracy(fastest));
        }
        Optional<Result> found = benchmark.results().stream()
                .filter(result -> result.contender().searched() && !Double.isNaN(result.map50To95()))
                .max(Comparator.comparingDouble(Result::map50To95));
        found.filter(result -> result != best && result != quick && result != fastest)
                .ifPresent(result -> tile(page, "Most accurate of the searched", result, accuracy(result)));
        page.close();
    }

    private String accuracy(Result result) {
        Timing timing = result.timing(benchmark.batch()).orElse(null);
        return "mAP50-95 " + Figures.accuracy(result.map50To95())
                + (timing == null ? "" : ", " + Figures.millis(timing.median()) + " ms")
                + ", " + Figures.millions(result.contender().complexity().parametersExecuted()) + " M parameters";
    }

    private static void tile(Markup page, String title, Result result, String figures) {
        page.open("li").element("span", title, "class", "tile-title");
        page.element("b", result.contender().name());
        page.element("span", figures, "class", "tile-figures").close();
    }
}
