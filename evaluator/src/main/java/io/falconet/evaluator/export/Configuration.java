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
 * @param name what files made of it are called; empty where nobody named it, and in files of earlier releases
 * @param trial where it was found, as {@code study:number}; empty where it comes from no study
 * @param measured empty where nothing was trained
 * @param files that belong to the detector, beside this one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Configuration(
        @JsonProperty("falconet") int version,
        Optional<String> name,
        Optional<String> trial,
        ModelDescription model,
        Optional<Measured> measured,
        List<ExportedFile> files) {
    /** The form that this code writes and reads. */
    public static final int VERSION = 1;

    public Configuration {
        name = name == null ? Optional.empty() : name;
        trial = trial == null ? Optional.empty() : trial;
        measured = measured == null ? Optional.empty() : measured;
        files = files == null ? List.of() : List.copyOf(files); // an empty list is not written
    }

    /** A detector of which nothing is measured and nothing stored yet. */
    public Configuration(ModelDescription model) {
        this(VERSION, Optional.empty(), Optional.empty(), model, Optional.empty(), List.of());
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
    public record ExportedFile(String name, String sha256, long bytes) {
        /** A file as it is written. */
        public static ExportedFile of(String name, byte[] content) {
            return new ExportedFile(name, Sha256.of(content), content.length);
        }

        /**
         * Makes sure that a content is the one that was exported.
         *
         * @param where the file was found, for the message
         * @throws IllegalArgumentException if it is another one
         */
        public void check(byte[] content, String where) {
            String found = Sha256.of(content);
            if (!found.equals(sha256)) {
                throw new IllegalArgumentException(
                        "%s: expected the %,d bytes of SHA-256 %s that were exported, found %,d bytes of %s. Maybe it was changed, cut short or taken from another export; without its entry in the configuration it is used as it is."
                                .formatted(where, bytes, sha256, content.length, found));
            }
        }
    }

    /** What the model's own file carries: how it is used, and where its weights come from. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>(model.properties());
        measured.ifPresent(found -> properties.putAll(found.provenance().facts()));
        return properties;
    }

    /** The same detector under a name, and with the trial that found it. */
    public Configuration named(String called, Optional<String> found) {
        return new Configuration(version, Optional.of(called), found, model, measured, files);
    }

    /** The same detector, with what was measured of it. */
    public Configuration with(Measured findings) {
        return new Configuration(version, name, trial, model, Optional.of(findings), files);
    }

    /** The same detector, with one more file. */
    public Configuration with(String file, byte[] content) {
        List<ExportedFile> all = new ArrayList<>(files);
        all.add(ExportedFile.of(file, content));
        return with(all);
    }

    /** The same detector, with these files instead of those that it had. */
    public Configuration with(List<ExportedFile> others) {
        return new Configuration(version, name, trial, model, measured, others);
    }

    /** The file of that name, if it belongs to the detector. */
    public Optional<ExportedFile> file(String called) {
        return files.stream().filter(file -> file.name().equals(called)).findFirst();
    }
}
