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
     * @return their version now
     * @throws ResultsException if the database is newer than this code, or is none of Falconet's
     */
    static int migrate(DataSource source, Address address) {
        return migrate(source, address, MigrationVersion.LATEST);
    }

    /**
     * Creates or updates the tables up to a version. Those of a later version stay as they are.
     *
     * @return their version now
     * @throws ResultsException if the database or that version is newer than this code, or it is none of Falconet's
     */
    static int migrate(DataSource source, Address address, int version) {
        return migrate(source, address, MigrationVersion.fromVersion(Integer.toString(version)));
    }

    private static int migrate(DataSource source, Address address, MigrationVersion target) {
        try {
            MigrationInfoService info = flyway(source, MigrationVersion.LATEST).info();
            refuseNewer(info, address);
            if (!target.equals(MigrationVersion.LATEST) && target.compareTo(newest(info)) > 0) {
                throw new ResultsException(("Expected tables of schema %s or older, found schema %s.%n"
                                + "Maybe use the newer Falconet that wrote them.")
                        .formatted(newest(info), target));
            }
            if (info.current() != null && info.current().getVersion().compareTo(target) > 0) {
                return number(info.current().getVersion());
            }
            flyway(source, target).migrate();
            return number(target.equals(MigrationVersion.LATEST) ? newest(info) : target);
        } catch (FlywayException e) {
            throw failure(e, address);
        }
    }

    /**
     * The version of the tables that a database has; 0 where it has none.
     *
     * @throws ResultsException if the database cannot be read
     */
    static int version(DataSource source, Address address) {
        try {
            MigrationInfo current =
                    flyway(source, MigrationVersion.LATEST).info().current();
            return current == null ? 0 : number(current.getVersion());
        } catch (FlywayException e) {
            throw failure(e, address);
        }
    }

    private static Flyway flyway(DataSource source, MigrationVersion target) {
        return Flyway.configure()
                .loggers(QuietLog.class.getName())
                .dataSource(source)
                .table(HISTORY)
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static ResultsException failure(FlywayException e, Address address) {
        ResultsException failed = new ResultsException(
                ("The database at %s failed while its tables were looked at: %s%n"
                                + "Maybe the program that served it has ended, or its server is down; try again.")
                        .formatted(address, ResultsException.reason(e)),
                e);
        if (failed.disk()) {
            return new ResultsException(
                    "Cannot make the tables at %s: %s%n%s"
                            .formatted(address, ResultsException.reason(e), Remedy.of(failed, "")),
                    e);
        }
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
        MigrationVersion known = newest(info);
        if (current != null && current.getVersion().compareTo(known) > 0) {
            throw new ResultsException(
                    ("The database at %s is newer than this program: expected schema %s or older, found %s.%n"
                                    + "Maybe run the newer Falconet that wrote it.")
                            .formatted(address, known, current.getVersion()));
        }
    }

    private static int number(MigrationVersion version) {
        return Integer.parseInt(version.getVersion());
    }

    /** The latest version that this code knows. */
    private static MigrationVersion newest(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(migration -> !migration.getState().isApplied()
                        || migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }
}
