package io.falconet.results.people;

import io.falconet.results.Nanos;
import io.falconet.results.ResultsDb;
import io.falconet.results.Transactions;
import java.util.List;
import java.util.UUID;

/** Who did what with a store's dashboard: entries are added, and neither changed nor removed. */
public final class AuditLog {
    private final Transactions transactions;

    /** The log of that store. */
    public AuditLog(ResultsDb db) {
        this.transactions = db.transactions();
    }

    /** Adds an entry. */
    public void record(AuditEntry entry) {
        String id = UUID.randomUUID().toString();
        transactions.use(handle -> handle.createUpdate(
                        """
                        INSERT INTO audit (id, at_nanos, who, origin, what, about, result)
                        VALUES (:id, :at, :who, :origin, :what, :about, :result)
                        """)
                .bind("id", id)
                .bind("at", Nanos.of(entry.at()))
                .bind("who", entry.who())
                .bind("origin", entry.origin())
                .bind("what", entry.what())
                .bind("about", entry.about())
                .bind("result", entry.result())
                .execute());
    }

    /** How many there are. */
    public int count() {
        return transactions.in(handle -> handle.createQuery("SELECT COUNT(*) FROM audit")
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Some entries, the latest first.
     *
     * @param skipped how many later ones are left out
     */
    public List<AuditEntry> page(int skipped, int most) {
        return transactions.in(handle -> handle.createQuery(
                        """
                        SELECT at_nanos, who, origin, what, about, result FROM audit
                         ORDER BY at_nanos DESC, id DESC
                         LIMIT :most OFFSET :skipped
                        """)
                .bind("most", most)
                .bind("skipped", skipped)
                .map((row, context) -> new AuditEntry(
                        Nanos.instant(row.getLong("at_nanos")),
                        row.getString("who"),
                        row.getString("origin"),
                        row.getString("what"),
                        row.getString("about"),
                        row.getString("result")))
                .list());
    }
}
