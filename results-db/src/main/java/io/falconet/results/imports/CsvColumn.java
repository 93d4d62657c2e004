package io.falconet.results.imports;

import java.util.List;
import java.util.Map;

/**
 * What a column of a CSV is.
 *
 * @param header its name in the file
 * @param name of the parameter or attribute in it, or the step at which a value was reported
 */
record CsvColumn(String header, Role role, String name) {
    private static final String VALUE = "value";
    private static final String VALUES = "values_";

    private static final Map<String, Role> OPTUNA = Map.of(
            "number", Role.NUMBER,
            "state", Role.STATE,
            "datetime_start", Role.STARTED,
            "datetime_complete", Role.FINISHED,
            "duration", Role.DURATION,
            "system_attrs_fail_reason", Role.REASON);

    private static final Map<String, Role> WORDS = Map.ofEntries(
            Map.entry("number", Role.NUMBER),
            Map.entry("trial", Role.NUMBER),
            Map.entry("state", Role.STATE),
            Map.entry("reason", Role.REASON),
            Map.entry("started", Role.STARTED),
            Map.entry("datetime_start", Role.STARTED),
            Map.entry("finished", Role.FINISHED),
            Map.entry("datetime_complete", Role.FINISHED),
            Map.entry("duration", Role.DURATION),
            Map.entry("seconds", Role.DURATION),
            Map.entry("architecture", Role.ARCHITECTURE),
            Map.entry("network", Role.NETWORK));

    /** What a column may be. */
    enum Role {
        NUMBER,
        STATE,
        REASON,
        STARTED,
        FINISHED,
        DURATION,
        ARCHITECTURE,
        NETWORK,
        /** Optimised, or a figure by its name. */
        VALUE,
        PARAMETER,
        ATTRIBUTE,
        /** The value that was reported at a step. */
        REPORTED,
        /** Has no name, as the count of rows that pandas writes first. */
        NOTHING
    }

    /** Whether a file with these headers is what Optuna's trials_dataframe gives. */
    static boolean ofOptuna(List<String> headers) {
        return headers.contains("number")
                && headers.contains("state")
                && headers.stream().anyMatch(CsvColumn::optimised);
    }

    /** Whether a file with these headers has architectures of Falconet's. */
    static boolean ofFalconet(List<String> headers) {
        return headers.contains("architecture");
    }

    /** Whether it is what Optuna optimised. */
    static boolean optimised(String header) {
        return header.equals(VALUE) || header.startsWith(VALUES) || header.startsWith(VALUE + "_");
    }

    /** What people call a value of Optuna's that they have given a name. */
    static String named(String header) {
        return header.replaceFirst("^values?_", "");
    }

    /** A column of Optuna's. */
    static CsvColumn optuna(String header) {
        Role role = OPTUNA.get(header);
        if (role != null) {
            return new CsvColumn(header, role, header);
        }
        if (optimised(header)) {
            return new CsvColumn(header, Role.VALUE, header);
        }
        if (header.matches("intermediate_values_\\d{1,9}")) {
            return new CsvColumn(header, Role.REPORTED, header.substring("intermediate_values_".length()));
        }
        return header.startsWith("params_")
                ? new CsvColumn(header, Role.PARAMETER, header.substring("params_".length()))
                : other(header, Role.ATTRIBUTE);
    }

    /**
     * A column of any other file.
     *
     * @param rest what it is if its name says nothing else
     */
    static CsvColumn plain(String header, Role rest) {
        Role role = WORDS.get(header);
        if (role != null) {
            return new CsvColumn(header, role, header);
        }
        return Figure.of(header).isPresent() ? new CsvColumn(header, Role.VALUE, header) : other(header, rest);
    }

    private static CsvColumn other(String header, Role role) {
        return new CsvColumn(header, header.isBlank() ? Role.NOTHING : role, header);
    }
}
