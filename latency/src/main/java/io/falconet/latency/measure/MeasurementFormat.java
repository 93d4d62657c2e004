package io.falconet.latency.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.io.IOException;
import java.util.List;

/** A measured latency as JSON: the figures in short, what the machine said of itself, and every run of every round. */
public final class MeasurementFormat {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setSerializationInclusion(JsonInclude.Include.NON_ABSENT);

    /** Times are whole nanoseconds. The report follows from the rest, and is told for whoever reads the file. */
    private record Text(
            LatencyReport report,
            DeviceProfile device,
            int batch,
            int disturbedRounds,
            MachineState before,
            MachineState after,
            long anchorNanos,
            List<Round> rounds) {}

    private MeasurementFormat() {}

    /** The text, in UTF-8. */
    public static byte[] write(Measurement measurement) {
        try {
            return JSON.writeValueAsBytes(new Text(
                    measurement.report(),
                    measurement.device(),
                    measurement.batch(),
                    measurement.disturbedRounds(),
                    measurement.before(),
                    measurement.after(),
                    measurement.anchorNanos(),
                    measurement.rounds()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A measurement is plain numbers and words.", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else
     */
    public static Measurement read(byte[] text) throws IOException {
        Text read = JSON.readValue(text, Text.class);
        if (read.device() == null || read.rounds() == null || read.rounds().isEmpty() || read.anchorNanos() < 1) {
            throw new IOException("A measured latency was expected, found other JSON. Maybe it is another file.");
        }
        return new Measurement(
                read.device(), read.batch(), read.before(), read.after(), read.anchorNanos(), read.rounds());
    }
}
