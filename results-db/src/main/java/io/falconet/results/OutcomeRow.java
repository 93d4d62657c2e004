package io.falconet.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An outcome as the rows that {@link OutcomeWriter} writes. What a kind of outcome lacks is null.
 *
 * @param values in the order of {@link OutcomeWriter}'s columns
 * @param curve a row an epoch
 */
record OutcomeRow(List<Object> values, List<EpochRecord> curve) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where in the values the log stands. */
    private static final int LOG = 1;

    OutcomeRow {
        values = Collections.unmodifiableList(values);
    }

    static OutcomeRow of(Outcome outcome) {
        Optional<Evaluated> evaluated =
                Optional.of(outcome).filter(Evaluated.class::isInstance).map(Evaluated.class::cast);
        List<Object> values = new ArrayList<>();
        values.add(reason(outcome).map(OutcomeRow::text).orElse(null));
        values.add(outcome instanceof Failed failed ? text(failed.log()) : null);
        addComplexity(values, evaluated.map(Evaluated::complexity));
        addAccuracy(values, evaluated.map(Evaluated::accuracy));
        addLatency(values, evaluated.flatMap(Evaluated::latency));
        values.add(evaluated
                .map(Evaluated::scores)
                .filter(scores -> !scores.isEmpty())
                .map(OutcomeRow::scores)
                .orElse(null));
        addProvenance(values, outcome.provenance());
        return new OutcomeRow(
                values,
                outcome instanceof Pruned pruned
                        ? pruned.curve()
                        : evaluated.map(Evaluated::curve).orElse(List.of()));
    }

    /** The same with another log, which otherwise only a failed one has. */
    OutcomeRow withLog(String log) {
        List<Object> noted = new ArrayList<>(values);
        noted.set(LOG, text(log));
        return new OutcomeRow(noted, curve);
    }

    /** A count that nobody knows is left null, lest it be the least of all. */
    private static void addComplexity(List<Object> values, Optional<Complexity> complexity) {
        List<Function<Complexity, Long>> counts = List.of(
                Complexity::parameters, Complexity::parametersExecuted, Complexity::parametersFused, Complexity::macs);
        counts.forEach(count -> values.add(complexity
                .map(count)
                .filter(value -> value != Complexity.UNKNOWN)
                .orElse(null)));
    }

    /** A figure that is not a number is left null, lest it be the greatest of all when rows are sorted. */
    private static void addAccuracy(List<Object> values, Optional<Accuracy> accuracy) {
        List<Function<Accuracy, Double>> figures = List.of(
                Accuracy::map50To95,
                Accuracy::map50,
                Accuracy::map75,
                Accuracy::mapSmall,
                Accuracy::mapMedium,
                Accuracy::mapLarge);
        figures.forEach(figure ->
                values.add(accuracy.map(figure).filter(value -> !value.isNaN()).orElse(null)));
    }

    private static void addLatency(List<Object> values, Optional<LatencyReport> latency) {
        add(
                values,
                latency.map(LatencyReport::device),
                List.of(DeviceProfile::name, DeviceProfile::processor, DeviceProfile::runtime, DeviceProfile::threads));
        add(
                values,
                latency,
                List.of(
                        LatencyReport::warmupRuns,
                        LatencyReport::runs,
                        LatencyReport::medianNanos,
                        LatencyReport::lowNanos,
                        LatencyReport::highNanos,
                        LatencyReport::madNanos));
        values.add(latency.flatMap(LatencyReport::disturbance).orElse(null));
    }

    private static void addProvenance(List<Object> values, Provenance provenance) {
        Collections.addAll(
                values,
                provenance.seed(),
                provenance.codeVersion(),
                provenance.dataFingerprint(),
                provenance.fidelity().epochs(),
                provenance.fidelity().images(),
                provenance.fidelity().batch(),
                provenance.fidelity().schedule(),
                provenance.fidelity().pixels(),
                json(provenance.versions()),
                Nanos.of(provenance.started()),
                provenance.elapsed().toNanos());
    }

    private static <T> void add(List<Object> values, Optional<T> part, List<Function<T, Object>> columns) {
        columns.forEach(column -> values.add(part.map(column).orElse(null)));
    }

    private static Optional<String> reason(Outcome outcome) {
        if (outcome instanceof Pruned pruned) {
            return Optional.of(pruned.reason());
        }
        if (outcome instanceof Infeasible infeasible) {
            return Optional.of(infeasible.reason());
        }
        return outcome instanceof Failed failed ? Optional.of(failed.cause()) : Optional.empty();
    }

    /** PostgreSQL stores no NUL character. */
    private static String text(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String scores(Map<Objective, Double> scores) {
        Map<String, Double> byKey = new LinkedHashMap<>();
        scores.forEach((score, value) -> byKey.put(score.key(), value));
        return json(byKey);
    }

    private static String json(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is always valid json.", e);
        }
    }
}
