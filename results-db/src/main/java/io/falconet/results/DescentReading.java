package io.falconet.results;

import io.falconet.space.search.strategy.Descent;
import io.falconet.space.search.strategy.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads where trials come from, and what came of them, within the caller's transaction. */
final class DescentReading {
    /** The columns of a descent, for a query that calls the table {@code t}. */
    static final String COLUMNS = "t.origin, t.parent, t.other_parent, t.seed_name";

    private final Handle handle;

    DescentReading(Handle handle) {
        this.handle = handle;
    }

    /** Numbers of the trials that a trial is a parent of, ascending. A query a column: each by its index. */
    List<Integer> children(long studyId, int number) {
        return Stream.of("parent", "other_parent")
                .flatMap(column -> handle
                        .createQuery("SELECT number FROM trial WHERE study_id = :study AND " + column + " = :parent")
                        .bind("study", studyId)
                        .bind("parent", number)
                        .mapTo(Integer.class)
                        .list()
                        .stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The descent in a row; nothing where nobody knows it, or where the row says what cannot be: the check of a store names that. */
    static Optional<Descent> descent(ResultSet row) throws SQLException {
        String origin = row.getString("origin");
        if (origin == null) {
            return Optional.empty();
        }
        List<Integer> parents = Stream.of(
                        row.getObject("parent", Integer.class), row.getObject("other_parent", Integer.class))
                .filter(Objects::nonNull)
                .toList();
        try {
            return Optional.of(
                    new Descent(Origin.valueOf(origin), parents, Optional.ofNullable(row.getString("seed_name"))));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** The values of the columns. */
    static Object[] values(Optional<Descent> descent) {
        List<Integer> parents = descent.map(Descent::parents).orElse(List.of());
        return new Object[] {
            descent.map(known -> known.origin().name()).orElse(null),
            parents.isEmpty() ? null : parents.get(0),
            parents.size() < 2 ? null : parents.get(1),
            descent.flatMap(Descent::seed).orElse(null)
        };
    }
}
