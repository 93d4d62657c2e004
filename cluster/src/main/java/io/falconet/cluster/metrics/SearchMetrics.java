package io.falconet.cluster.metrics;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Counts what the searches of this process do. Thread-safe.
 *
 * @see <a href="https://prometheus.io/docs/practices/naming/">Metric and label naming</a>
 */
public final class SearchMetrics {
    /** Upper bounds of durations in seconds: from a candidate that breaks at once to a day of training. */
    private static final double[] SECONDS = {1, 5, 15, 60, 300, 900, 3600, 4 * 3600.0, 24 * 3600.0};

    private static final String STUDY = "study";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Gauge planned = gauge("falconet_trials_planned", "Trials that a study is to have.", STUDY);
    private final Counter finished = Counter.builder()
            .name("falconet_trials")
            .help("Trials that have an outcome, those of before this search included.")
            .labelNames(STUDY, "outcome")
            .register(registry);
    private final Gauge inFlight =
            gauge("falconet_trials_in_flight", "Trials given to the cluster, training or waiting for a slot.", STUDY);
    private final Histogram seconds = Histogram.builder()
            .name("falconet_evaluation")
            .unit(Unit.SECONDS)
            .help("From when a trial was given to the cluster until its outcome was there.")
            .labelNames(STUDY)
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Gauge best =
            gauge("falconet_best", "The best value found of an objective, in its own unit.", STUDY, "objective");

    private Gauge gauge(String name, String help, String... labels) {
        return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    /** Hears a search. */
    public SearchListener listener(StudySpec study) {
        planned.labelValues(study.name()).set(study.trials());
        return new SearchListener() {
            private final Map<Objective, Double> found = new EnumMap<>(Objective.class);

            @Override
            public void finished(TrialRequest request, Outcome outcome) {
                finished.labelValues(study.name(), outcome.kind()).inc();
                if (outcome instanceof Evaluated evaluated
                        && study.fullyTrained(outcome)
                        && study.bounds().broken(evaluated).isEmpty()) {
                    study.objectives().forEach(objective -> better(objective, evaluated));
                }
            }

            private void better(Objective objective, Evaluated evaluated) {
                double value = objective.value(evaluated);
                if (!Double.isNaN(value)) {
                    double now = found.merge(
                            objective, value, objective.direction() == Direction.MAXIMIZE ? Math::max : Math::min);
                    best.labelValues(study.name(), objective.key()).set(now);
                }
            }

            @Override
            public void extended(int trials) {
                planned.labelValues(study.name()).set(trials);
            }
        };
    }

    /** Watches what is given to an evaluator. */
    public <T> Function<TrialRequest, CompletionStage<T>> watching(
            String study, Function<TrialRequest, CompletionStage<T>> evaluator) {
        return request -> {
            inFlight.labelValues(study).inc();
            long started = System.nanoTime();
            return evaluator.apply(request).whenComplete((answer, failure) -> {
                inFlight.labelValues(study).dec();
                seconds.labelValues(study).observe(Unit.nanosToSeconds(System.nanoTime() - started));
            });
        };
    }

    /**
     * Shows them, with those of the JVM, at {@code http://HOST:PORT/metrics} until it is closed.
     *
     * @throws IOException if that port is taken, or no port of this machine
     */
    public Closeable serve(String host, int port) throws IOException {
        JvmMetrics.builder().register(registry);
        return HTTPServer.builder().hostname(host).port(port).registry(registry).buildAndStart()::close;
    }
}
