package io.falconet.results;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Runs one statement for many rows, within the caller's transaction and sent to the database together. */
final class Batch {
    private final Handle handle;
    private final String sql;

    /**
     * @param sql with a question mark for each value
     */
    Batch(Handle handle, String sql) {
        this.handle = handle;
        this.sql = sql;
    }

    /**
     * Runs the statement for each row.
     *
     * @param rows the values in the order of the question marks: texts, whole numbers, doubles and nulls
     * @return how many rows of the database each changed
     */
    int[] run(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int parameter = 0; parameter < row.length; parameter++) {
                    statement.setObject(parameter + 1, row[parameter]);
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (BatchUpdateException e) {
            throw failure(e.getNextException() == null ? e : e.getNextException());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static UnableToExecuteStatementException failure(SQLException cause) {
        return new UnableToExecuteStatementException(cause, null);
    }
}
