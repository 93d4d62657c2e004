package io.falconet.results.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself.
 *
 * @param format always {@value #FORMAT}; what says another is no backup
 * @param schema version of the tables
 * @param falconet version of the program that wrote it
 * @param created when, as ISO 8601 in UTC: all rows are of one moment after it
 * @param nextStudy an id that no study has had
 * @param tables by name
 * @param artifacts the files of its rows
 */
public record Manifest(
        String format,
        int schema,
        String falconet,
        String created,
        long nextStudy,
        Map<String, Content> tables,
        Files artifacts) {
    static final String FORMAT = "falconet backup 1";
    static final String ENTRY = "manifest.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * The rows of a table.
     *
     * @param columns in the order in which its rows have them
     * @param digest the sum of the rows' SHA-256, in hexadecimal digits: what order they are in does not matter, for
     *     databases sort texts each in its way
     */
    public record Content(List<String> columns, long rows, String digest) {
        public Content {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The files that rows name, each once.
     *
     * @param count of those that the backup holds
     * @param bytes of these, before they were packed
     * @param lost how many it does not hold, for they were missing or damaged
     */
    public record Files(long count, long bytes, long lost) {}

    public Manifest {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables == null ? Map.of() : tables));
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.values().stream().mapToLong(Content::rows).sum();
    }

    /** Rows of a table; 0 where it has none. */
    public long rows(String table) {
        return tables.containsKey(table) ? tables.get(table).rows() : 0;
    }

    byte[] json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always valid json.", e);
        }
    }

    /**
     * Reads {@link #json}.
     *
     * @throws IOException if it is not that
     */
    static Manifest parse(byte[] json) throws IOException {
        return JSON.readValue(json, Manifest.class);
    }
}
