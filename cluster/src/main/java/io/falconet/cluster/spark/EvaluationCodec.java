package io.falconet.cluster.spark;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.falconet.evaluator.DeviceException;
import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Pruned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Tasks and their answers as bytes, between driver and executors. JSON, because records of the domain need not know that
 * they travel; artifacts' bytes travel inside as Base64, a third longer than they are.
 */
final class EvaluationCodec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addMixIn(Outcome.class, Kinds.class)
            .build();

    byte[] bytes(EvaluationTask task) {
        return write(task);
    }

    EvaluationTask task(byte[] bytes) {
        return read(bytes, EvaluationTask.class);
    }

    byte[] bytes(Evaluation evaluation) {
        return write(new Answer(Optional.of(evaluation), Optional.empty()));
    }

    byte[] bytes(DeviceException noDevice) {
        return write(new Answer(Optional.empty(), Optional.of(noDevice.getMessage())));
    }

    /**
     * What came of a task.
     *
     * @throws DeviceException if that is what came of it
     */
    Evaluation evaluation(byte[] bytes) {
        Answer answer = read(bytes, Answer.class);
        return answer.evaluation()
                .orElseThrow(() -> new DeviceException(answer.noDevice().orElse("The executor says nothing.")));
    }

    /** One or the other. Were the second thrown, Spark would have the candidate trained again and again. */
    private record Answer(Optional<Evaluation> evaluation, Optional<String> noDevice) {}

    private byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            return JSON.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Driver and executor do not understand each other. Maybe they run different versions of Falconet.",
                    e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Evaluated.class, name = "evaluated"),
        @JsonSubTypes.Type(value = Pruned.class, name = "pruned"),
        @JsonSubTypes.Type(value = Infeasible.class, name = "infeasible"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed")
    })
    private interface Kinds {}
}
