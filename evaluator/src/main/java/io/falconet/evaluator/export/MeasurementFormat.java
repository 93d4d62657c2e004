package io.falconet.evaluator.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.falconet.latency.measure.Measurement;
import java.util.LinkedHashMap;
import java.util.Map;

/** A measured latency as JSON: the figures in short, what the machine said of itself, and every run of every round. */
public final class MeasurementFormat {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .setSerializationInclusion(JsonInclude.Include.NON_ABSENT);

    private MeasurementFormat() {}

    /** The text, in UTF-8. Times are whole nanoseconds. */
    public static byte[] write(Measurement measurement) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("report", measurement.report());
        facts.put("batch", measurement.batch());
        facts.put("disturbedRounds", measurement.disturbedRounds());
        facts.put("before", measurement.before());
        facts.put("after", measurement.after());
        facts.put("rounds", measurement.rounds());
        try {
            return JSON.writeValueAsBytes(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A measurement is plain numbers and words.", e);
        }
    }
}
