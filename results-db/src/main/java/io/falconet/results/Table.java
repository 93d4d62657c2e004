package io.falconet.results;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of a results store, in an order in which each comes after those that its rows point to. */
public enum Table {
    STUDY(1, "id"),
    TRIAL(1, "study_id", "number"),
    OUTCOME(1, "study_id", "number"),
    CURVE(1, "study_id", "number", "position"),
    ARTIFACT(1, "study_id", "number", "name"),
    FRONT(8, "study_id", "number"),
    DEVICE(3, "name"),
    CALIBRATION(4, "device_name", "device_processor", "device_runtime", "device_threads", "network"),
    ACCOUNT(11, "name"),
    API_TOKEN(11, "owner", "name"),
    INVITATION(11, "digest"),
    AUDIT(11, "id");

    private final int since;
    private final List<String> key;

    Table(int since, String... key) {
        this.since = since;
        this.key = List.of(key);
    }

    /** The tables that a schema of that version has. */
    public static List<Table> of(int schema) {
        return Arrays.stream(values()).filter(table -> table.since <= schema).toList();
    }

    /** Its name in the database. */
    public String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns that tell its rows apart. */
    public List<String> key() {
        return key;
    }

    /** Whether each of its rows is a trial, or belongs to one. */
    public boolean ofTrials() {
        return key.contains("number");
    }

    /** The columns of a row that may point to a row after it in the same table. */
    public List<String> forward() {
        return this == TRIAL ? List.of("reused_study_id", "reused_number", "promoted") : List.of();
    }
}
