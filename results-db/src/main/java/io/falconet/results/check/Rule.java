package io.falconet.results.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What must hold for all rows, as a query of those for which it does not.
 *
 * @param kind of its findings
 * @param expected what holds, as a sentence goes on after "Expected"
 * @param remedy a sentence that begins with "Maybe"
 * @param sql gives the columns {@code study} (a name or null), {@code number} (of a trial or null) and {@code found} (a
 *     text) for each place where it does not hold
 */
record Rule(String kind, String expected, String remedy, String sql) {
    /** Beginning of most remedies: no program does what was found. */
    static final String BY_HAND = "Maybe the database was changed by hand or by another program: restore a backup";

    void check(Handle handle, Findings findings) {
        try (Query query = handle.createQuery(sql).setFetchSize(1000)) {
            query.scanResultSet((result, context) -> {
                ResultSet rows = result.get();
                while (rows.next()) {
                    findings.add(finding(rows));
                }
                return null;
            });
        }
    }

    private Finding finding(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        Optional<Integer> trial = row.wasNull() ? Optional.empty() : Optional.of(number);
        return new Finding(
                kind, Optional.ofNullable(row.getString("study")), trial, expected, row.getString("found"), remedy);
    }
}
