package io.falconet.results;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    private final ArtifactHome home;
    private final ArtifactStore artifacts;
    private final Turnstile turnstile;

    private ResultsDb(Transactions transactions, int schema, ArtifactHome home, Address address, Turnstile turnstile) {
        this.transactions = transactions;
        this.schema = schema;
        this.studies = new StudyStore(transactions);
        this.trials = new TrialStore(transactions);
        this.devices = new DeviceStore(transactions);
        this.calibrations = new CalibrationStore(transactions);
        this.home = home;
        this.artifacts = new ArtifactStore(home::present, () -> {
            address.requireFile();
            return home.settle();
        });
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
     * @param folder the data folder, under which the artifacts lie where nobody said otherwise
     * @throws ResultsException if the database cannot be opened, is none of Falconet's, or is newer than this code
     */
    public static ResultsDb open(String jdbcUrl, Path folder) {
        return open(new Address(jdbcUrl), folder);
    }

    /**
     * As {@link #open(String, Path)}, and says where its artifacts lie.
     *
     * @param artifacts a folder or a URI; where nothing is said they lie where the store remembers, or in the data folder
     * @throws ResultsException also if that place cannot be written
     * @throws IllegalArgumentException if it is no address, or the store's artifacts lie elsewhere already
     */
    public static ResultsDb open(String jdbcUrl, Path folder, Optional<String> artifacts) {
        return housed(open(jdbcUrl, folder), artifacts);
    }

    /**
     * Opens a database with tables of a version, to be filled with what has that version: those of an older one are
     * brought up to it, those of a later one stay as they are. {@link #schema()} tells which they are then.
     *
     * @param artifacts as {@link #open(String, Path, Optional)}; tables of before that could be remembered do not remember it
     * @throws ResultsException as {@link #open(String, Path, Optional)}, and if this code does not know the version
     * @throws IllegalArgumentException as {@link #open(String, Path, Optional)}
     */
    public static ResultsDb openAt(String jdbcUrl, Path folder, Optional<String> artifacts, int version) {
        ResultsDb db =
                open(new Address(jdbcUrl), folder, (source, address) -> Schema.migrate(source, address, version));
        return housed(db, artifacts);
    }

    /** As the other, with its artifacts where the store remembers. */
    public static ResultsDb openAt(String jdbcUrl, Path folder, int version) {
        return openAt(jdbcUrl, folder, Optional.empty(), version);
    }

    private static ResultsDb housed(ResultsDb db, Optional<String> artifacts) {
        try {
            artifacts.ifPresent(db.home::settle);
            return db;
        } catch (RuntimeException e) {
            db.close();
            throw e;
        }
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
            Transactions transactions = new Transactions(source, address);
            ArtifactHome home = new ArtifactHome(transactions, schema, folder);
            home.present(); // artifacts may be read when the database is closed
            return new ResultsDb(transactions, schema, home, address, turnstile);
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

    /** Remembers where its artifacts lie, for the packages of this module: whoever has put them there says so. */
    public void housedAt(String artifacts) {
        home.move(artifacts);
    }

    /** Closes all connections. What was recorded stays, whether or not this is called. */
    @Override
    public void close() {
        home.close();
        turnstile.through(transactions::close);
    }
}
