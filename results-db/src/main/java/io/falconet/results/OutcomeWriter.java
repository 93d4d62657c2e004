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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** Writes one trial's outcome and curve within the caller's transaction. What a kind of outcome lacks is null. */
final class OutcomeWriter {
    private static final String INSERT =
            """
            INSERT INTO outcome (
                   study_id, number, reason, log, parameters, parameters_executed, parameters_fused, macs,
                   map50_95, map50, map75, map_small, map_medium, map_large,
                   device_name, device_processor, device_runtime, device_threads, warmup_runs, timed_runs,
                   median_nanos, low_nanos, high_nanos, mad_nanos, disturbance, scores,
                   seed, code_version, data_fingerprint, epochs, images, batch, schedule, pixels,
                   versions, started_nanos, elapsed_nanos)
            VALUES (
                   :study, :number, :reason, :log, :parameters, :parametersExecuted, :parametersFused, :macs,
                   :map50To95, :map50, :map75, :mapSmall, :mapMedium, :mapLarge,
                   :device, :processor, :runtime, :threads, :warmupRuns, :timedRuns,
                   :median, :low, :high, :mad, :disturbance, :scores,
                   :seed, :codeVersion, :data, :epochs, :images, :batch, :schedule, :pixels,
                   :versions, :started, :elapsed)
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Handle handle;
    private final long studyId;
    private final int number;

    OutcomeWriter(Handle handle, long studyId, int number) {
        this.handle = handle;
        this.studyId = studyId;
        this.number = number;
    }

    void write(Outcome outcome) {
        Optional<Evaluated> evaluated =
                Optional.of(outcome).filter(Evaluated.class::isInstance).map(Evaluated.class::cast);
        Update insert = handle.createUpdate(INSERT).bind("study", studyId).bind("number", number);
        bind(insert, outcome.provenance());
        bindComplexity(insert, evaluated.map(Evaluated::complexity));
        bindAccuracy(insert, evaluated.map(Evaluated::accuracy));
        bindLatency(insert, evaluated.flatMap(Evaluated::latency));
        insert.bind(
                "scores",
                evaluated
                        .map(Evaluated::scores)
                        .filter(scores -> !scores.isEmpty())
                        .map(OutcomeWriter::scores));
        insert.bind("reason", reason(outcome).map(OutcomeWriter::text));
        insert.bind("log", outcome instanceof Failed failed ? Optional.of(text(failed.log())) : Optional.empty());
        insert.execute();
        List<EpochRecord> curve = outcome instanceof Pruned pruned
                ? pruned.curve()
                : evaluated.map(Evaluated::curve).orElse(List.of());
        if (!curve.isEmpty()) {
            curve(curve);
        }
    }

    private static void bind(Update insert, Provenance provenance) {
        insert.bind("seed", provenance.seed())
                .bind("codeVersion", provenance.codeVersion())
                .bind("data", provenance.dataFingerprint())
                .bind("epochs", provenance.fidelity().epochs())
                .bind("images", provenance.fidelity().images())
                .bind("batch", provenance.fidelity().batch())
                .bind("schedule", provenance.fidelity().schedule())
                .bind("pixels", provenance.fidelity().pixels())
                .bind("versions", json(provenance.versions()))
                .bind("started", Nanos.of(provenance.started()))
                .bind("elapsed", provenance.elapsed().toNanos());
    }

    private static void bindComplexity(Update insert, Optional<Complexity> complexity) {
        insert.bind("parameters", complexity.map(Complexity::parameters))
                .bind("parametersExecuted", complexity.map(Complexity::parametersExecuted))
                .bind("parametersFused", complexity.map(Complexity::parametersFused))
                .bind("macs", complexity.map(Complexity::macs));
    }

    /** A figure that is not a number is left null, lest it be the greatest of all when rows are sorted. */
    private static void bindAccuracy(Update insert, Optional<Accuracy> accuracy) {
        Predicate<Double> known = figure -> !figure.isNaN();
        insert.bind("map50To95", accuracy.map(Accuracy::map50To95).filter(known))
                .bind("map50", accuracy.map(Accuracy::map50).filter(known))
                .bind("map75", accuracy.map(Accuracy::map75).filter(known))
                .bind("mapSmall", accuracy.map(Accuracy::mapSmall).filter(known))
                .bind("mapMedium", accuracy.map(Accuracy::mapMedium).filter(known))
                .bind("mapLarge", accuracy.map(Accuracy::mapLarge).filter(known));
    }

    private static void bindLatency(Update insert, Optional<LatencyReport> latency) {
        Optional<DeviceProfile> device = latency.map(LatencyReport::device);
        insert.bind("device", device.map(DeviceProfile::name))
                .bind("processor", device.map(DeviceProfile::processor))
                .bind("runtime", device.map(DeviceProfile::runtime))
                .bind("threads", device.map(DeviceProfile::threads))
                .bind("warmupRuns", latency.map(LatencyReport::warmupRuns))
                .bind("timedRuns", latency.map(LatencyReport::runs))
                .bind("median", latency.map(LatencyReport::medianNanos))
                .bind("low", latency.map(LatencyReport::lowNanos))
                .bind("high", latency.map(LatencyReport::highNanos))
                .bind("mad", latency.map(LatencyReport::madNanos))
                .bind("disturbance", latency.flatMap(LatencyReport::disturbance));
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

    private void curve(List<EpochRecord> curve) {
        PreparedBatch batch = handle.prepareBatch(
                """
                INSERT INTO curve (study_id, number, position, epoch, loss, learning_rate, seconds)
                VALUES (:study, :number, :position, :epoch, :loss, :rate, :seconds)
                """);
        for (int position = 0; position < curve.size(); position++) {
            EpochRecord epoch = curve.get(position);
            batch.bind("study", studyId)
                    .bind("number", number)
                    .bind("position", position)
                    .bind("epoch", epoch.epoch())
                    .bind("loss", epoch.loss())
                    .bind("rate", epoch.learningRate())
                    .bind("seconds", epoch.seconds())
                    .add();
        }
        batch.execute();
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
