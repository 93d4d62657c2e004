package io.falconet.results.check;

import java.sql.ResultSet;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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
        handle.createQuery(sql).setFetchSize(1000).scanResultSet((result, context) -> {
            ResultSet rows = result.get();
            while (rows.next()) {
                int number = rows.getInt("number");
                Optional<Integer> trial = rows.wasNull() ? Optional.empty() : Optional.of(number);
                findings.add(new Finding(
                        kind,
                        Optional.ofNullable(rows.getString("study")),
                        trial,
                        expected,
                        rows.getString("found"),
                        remedy));
            }
            return null;
        });
    }
}
