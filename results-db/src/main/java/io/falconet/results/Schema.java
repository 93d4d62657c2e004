package io.falconet.results;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings a database's tables up to date, by the numbered migrations in {@code db/migration}. */
final class Schema {
    private static final String HISTORY = "falconet_schema";

    private Schema() {}

    /**
     * Creates or updates the tables.
     *
     * @throws ResultsException if the database is newer than this code, or is none of Falconet's
     */
    static void migrate(DataSource source, Address address) {
        Flyway flyway = Flyway.configure()
                .loggers(QuietLog.class.getName())
                .dataSource(source)
                .table(HISTORY)
                .locations("classpath:db/migration")
                .load();
        try {
            refuseNewer(flyway.info(), address);
            flyway.migrate();
        } catch (FlywayException e) {
            throw failure(e, address);
        }
    }

    private static ResultsException failure(FlywayException e, Address address) {
        ResultsException failed = new ResultsException(
                ("The database at %s failed while its tables were looked at: %s%n"
                                + "Maybe the program that served it has ended, or its server is down; try again.")
                        .formatted(address, ResultsException.reason(e)),
                e);
        if (Patience.lost(failed)) {
            return failed;
        }
        if (e instanceof FlywayValidateException) {
            return new ResultsException(
                    ("The tables at %s are not those that this program makes: %s%n"
                                    + "Maybe they were made by an unreleased Falconet; move that database away.")
                            .formatted(address, e.getMessage()),
                    e);
        }
        return new ResultsException(
                ("Expected an empty database or one of Falconet's at %s, found another: %s%n"
                                + "Maybe the address names the database of another program.")
                        .formatted(address, e.getMessage()),
                e);
    }

    private static void refuseNewer(MigrationInfoService info, Address address) {
        MigrationInfo current = info.current();
        MigrationVersion known = Arrays.stream(info.all())
                .filter(migration -> !migration.getState().isApplied()
                        || migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
        if (current != null && current.getVersion().compareTo(known) > 0) {
            throw new ResultsException(
                    ("The database at %s is newer than this program: expected schema %s or older, found %s.%n"
                                    + "Maybe run the newer Falconet that wrote it.")
                            .formatted(address, known, current.getVersion()));
        }
    }
}
