package io.falconet.evaluator.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Provenance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file that goes with a detector's weights: what it is, what was measured of it, and which files hold it.
 *
 * @param version of the file's form
 * @param measured empty where nothing was trained
 * @param files that belong to the detector, beside this one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Configuration(
        @JsonProperty("falconet") int version,
        ModelDescription model,
        Optional<Measured> measured,
        List<ExportedFile> files) {
    /** The form that this code writes and reads. */
    public static final int VERSION = 1;

    public Configuration {
        files = files == null ? List.of() : List.copyOf(files); // an empty list is not written
    }

    /** A detector of which nothing is measured and nothing stored yet. */
    public Configuration(ModelDescription model) {
        this(VERSION, model, Optional.empty(), List.of());
    }

    /**
     * What an evaluation found.
     *
     * @param objectives by key, each in its unit
     * @param latency how it was timed, where it was
     * @param provenance where weights and figures come from
     */
    public record Measured(Map<String, Double> objectives, Optional<LatencyReport> latency, Provenance provenance) {
        public Measured {
            objectives = Collections.unmodifiableMap(new LinkedHashMap<>(objectives));
        }
    }

    /**
     * A file that belongs to the detector.
     *
     * @param sha256 of its content, in hexadecimal digits
     */
    public record ExportedFile(String name, String sha256, long bytes) {}

    /** The same detector, with what was measured of it. */
    public Configuration with(Measured findings) {
        return new Configuration(version, model, Optional.of(findings), files);
    }

    /** The same detector, with one more file. */
    public Configuration with(String name, byte[] content) {
        List<ExportedFile> all = new ArrayList<>(files);
        all.add(new ExportedFile(name, Sha256.of(content), content.length));
        return new Configuration(version, model, measured, all);
    }
}
