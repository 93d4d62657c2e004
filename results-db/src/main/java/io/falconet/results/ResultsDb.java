package io.falconet.results;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntBiFunction;
import javax.sql.DataSource;

/**
 * An open results store. Several processes may have an H2 file open at once; beyond one machine, use PostgreSQL.
 *
 * <pre>{@code
 * try (ResultsDb db = ResultsDb.openFolder(Path.of("falconet-data"))) {
 *     db.studies().list().forEach(study -> System.out.println(study.name()));
 * }
 * }</pre>
 *
 * <p>A study is driven under a {@link Claim}, which each write shows:
 *
 * <pre>{@code
 * Claim claim = db.studies().claim(study.id(), owner, Duration.ofSeconds(30), now).orElseThrow();
 * db.trials().propose(claim, request, now);
 * StoredArtifact model = db.artifacts().put("model.onnx", "onnx", content);
 * db.trials().record(claim, request.number(), outcome, Optional.empty(), List.of(model), now);
 * db.studies().release(claim, StudyState.FINISHED, Optional.empty(), now);
 * }</pre>
 */
public final class ResultsDb implements AutoCloseable {
    private final Transactions transactions;
    private final int schema;
    private final StudyStore studies;
    private final TrialStore trials;
    private final DeviceStore devices;
    private final CalibrationStore calibrations;
    private final ArtifactStore artifacts;
    private final Turnstile turnstile;

    private ResultsDb(Transactions transactions, int schema, ArtifactStore artifacts, Turnstile turnstile) {
        this.transactions = transactions;
        this.schema = schema;
        this.studies = new StudyStore(transactions);
        this.trials = new TrialStore(transactions);
        this.devices = new DeviceStore(transactions);
        this.calibrations = new CalibrationStore(transactions);
        this.artifacts = artifacts;
        this.turnstile = turnstile;
    }

    /** Opens, and if need be creates, the store of a data folder: {@code falconet.mv.db} and {@code artifacts/}. */
    public static ResultsDb openFolder(Path folder) {
        return open(Address.in(folder), folder);
    }

    /** Opens a database; its artifacts lie beside an H2 file, and under {@code falconet-data} for any other. */
    public static ResultsDb open(String jdbcUrl) {
        Address address = new Address(jdbcUrl);
        return open(address, address.folder().orElse(Path.of("falconet-data")));
    }

    /**
     * Opens a database by its address and brings its tables up to date.
     *
     * @param jdbcUrl {@code jdbc:h2:file:…}, {@code jdbc:h2:mem:…} or {@code jdbc:postgresql:…}, with user and password
     * @param folder the data folder, under which the artifacts lie
     * @throws ResultsException if the database cannot be opened, is none of Falconet's, or is newer than this code
     */
    public static ResultsDb open(String jdbcUrl, Path folder) {
        return open(new Address(jdbcUrl), folder);
    }

    /**
     * Opens a database with tables of a version, to be filled with what has that version: those of an older one are
     * brought up to it, those of a later one stay as they are. {@link #schema()} tells which they are then.
     *
     * @throws ResultsException as {@link #open(String, Path)}, and if this code does not know the version
     */
    public static ResultsDb openAt(String jdbcUrl, Path folder, int version) {
        return open(new Address(jdbcUrl), folder, (source, address) -> Schema.migrate(source, address, version));
    }

    /**
     * Opens a database, brings its tables up to date, and closes it.
     *
     * @return what that changed
     * @throws ResultsException as {@link #open(String, Path)}, and if a table has other rows after it than before
     */
    public static Migration migrate(String jdbcUrl, Path folder) {
        AtomicReference<Migration> before = new AtomicReference<>();
        try (ResultsDb db = open(new Address(jdbcUrl), folder, (source, address) -> {
            before.set(Migration.none(Schema.version(source, address), source, address));
            return Schema.migrate(source, address);
        })) {
            return before.get().done(db);
        }
    }

    /** The address of the database that {@link #openFolder} opens. */
    public static String address(Path folder) {
        return Address.in(folder).url();
    }

    /** Whether there is a database to be opened: false for an H2 file that is not there. Servers are not asked. */
    public static boolean exists(String jdbcUrl) {
        return new Address(jdbcUrl).file().map(Files::exists).orElse(true);
    }

    private static ResultsDb open(Address address, Path folder) {
        return open(address, folder, Schema::migrate);
    }

    private static ResultsDb open(Address address, Path folder, ToIntBiFunction<DataSource, Address> tables) {
        address.prepare();
        Turnstile turnstile = new Turnstile(address.folder());
        return Patience.with(() -> turnstile.through(() -> open(address, folder, tables, turnstile)), () -> {});
    }

    private static ResultsDb open(
            Address address, Path folder, ToIntBiFunction<DataSource, Address> tables, Turnstile turnstile) {
        HikariDataSource source = Connections.open(address);
        try {
            int schema = tables.applyAsInt(source, address);
            ArtifactStore artifacts = new ArtifactStore(folder.resolve("artifacts"), address::requireFile);
            return new ResultsDb(new Transactions(source, address), schema, artifacts, turnstile);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The version of the tables. */
    public int schema() {
        return schema;
    }

    /** The database itself, for the packages of this module: whatever is told of studies goes through the stores. */
    public Transactions transactions() {
        return transactions;
    }

    public StudyStore studies() {
        return studies;
    }

    public TrialStore trials() {
        return trials;
    }

    public DeviceStore devices() {
        return devices;
    }

    public CalibrationStore calibrations() {
        return calibrations;
    }

    public ArtifactStore artifacts() {
        return artifacts;
    }

    /** Closes all connections. What was recorded stays, whether or not this is called. */
    @Override
    public void close() {
        turnstile.through(transactions::close);
    }
}
