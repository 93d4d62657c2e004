package io.falconet.results.imports;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants imported.
 *
 * @param file a CSV of trials, or Optuna's sqlite
 * @param study the name that the study gets
 * @param objectives columns by objective, as typed: {@code map50-95 -> values_0}, {@code latency -> values_1*1000}; the first
 *     one ranks first. Where there are none, columns are known by their names
 * @param of which study of the file; nothing where it holds one
 * @param zone of times that name none
 * @param by who wants it
 */
public record ImportRequest(
        Path file, String study, Map<String, String> objectives, Optional<String> of, ZoneId zone, String by) {
    public ImportRequest {
        objectives = Collections.unmodifiableMap(new LinkedHashMap<>(objectives));
    }
}
