package io.falconet.results.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a database as lines of text, the same whichever database they are in: JSON arrays of texts, whole numbers,
 * doubles and nulls, in ASCII, a double that is no number as text. Counts those that it sees, and digests them.
 */
final class Rows {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest sha256 = sha256();
    private BigInteger digest = BigInteger.ZERO;
    private long count;

    /** The row at which a query is, as a line without its end. */
    byte[] line(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        List<Object> values = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            Object value = value(row, column);
            values.add(row.wasNull() ? null : value);
        }
        try {
            byte[] line = JSON.writeValueAsBytes(values);
            count++;
            digest = digest.add(new BigInteger(1, sha256.digest(line))).mod(MODULUS);
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always valid json.", e);
        }
    }

    private static Object value(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.INTEGER, Types.BIGINT -> row.getLong(column);
            case Types.DOUBLE ->
                // H2 knows no negative zero
                row.getDouble(column) + 0.0;
            default -> row.getString(column);
        };
    }

    /** The values of a line. */
    static List<Object> values(String line) throws JsonProcessingException {
        return JSON.readValue(line, new TypeReference<List<Object>>() {});
    }

    /** Sets a parameter of a statement, for a column of that type, to a value of a line. */
    static void bind(PreparedStatement insert, int parameter, int type, Object value) throws SQLException {
        if (value == null) {
            insert.setNull(parameter, type);
        } else if (type == Types.INTEGER || type == Types.BIGINT) {
            insert.setLong(parameter, ((Number) value).longValue());
        } else if (type == Types.DOUBLE) {
            insert.setDouble(
                    parameter,
                    value instanceof Number number ? number.doubleValue() : Double.parseDouble((String) value));
        } else {
            insert.setString(parameter, (String) value);
        }
    }

    /** What the rows were, so far. */
    Manifest.Content content(List<String> columns) {
        return new Manifest.Content(columns, count, "%064x".formatted(digest));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
