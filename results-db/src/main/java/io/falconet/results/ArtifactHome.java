package io.falconet.results;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Knows where the artifacts of a store lie. The store remembers that from its first artifact on, or from when it is asked
 * to keep them elsewhere, so that whoever opens it later finds them without being told; it never changes after that.
 */
final class ArtifactHome implements AutoCloseable {
    /** The first version of the tables that has a place for it. */
    private static final int SINCE = 9;

    private final Transactions transactions;
    private final boolean remembers;
    private final ArtifactPlace inDataFolder;
    /** Null until it is settled. */
    private ArtifactPlace settled;

    ArtifactHome(Transactions transactions, int schema, Path dataFolder) {
        this.transactions = transactions;
        this.remembers = schema >= SINCE;
        this.inDataFolder = new FolderPlace(dataFolder.resolve("artifacts"));
    }

    /** Where they lie, or would if one were stored now. */
    synchronized ArtifactPlace present() {
        if (settled == null && remembers) {
            settled = remembered().map(this::place).orElse(null);
        }
        return settled == null ? inDataFolder : settled;
    }

    /** Where they lie, now and for ever: to be asked before anything is stored. */
    synchronized ArtifactPlace settle() {
        present();
        if (settled == null) {
            settled = remembers ? place(remember(Optional.empty())) : inDataFolder;
        }
        return settled;
    }

    /**
     * Has them lie at an address.
     *
     * @throws IllegalArgumentException if it is none, or if they lie elsewhere already
     * @throws ResultsException if that place cannot be written
     */
    synchronized void settle(String address) {
        ArtifactPlace wanted = ArtifactPlaces.of(address);
        if (!remembers) {
            settled = wanted;
            return;
        }
        Home home = home(wanted);
        Optional<Home> before = remembered();
        if (before.isEmpty()) {
            try {
                new ArtifactStore(wanted).prepare();
            } catch (ResultsException e) {
                wanted.close();
                throw e;
            }
        }
        Home found = before.orElseGet(() -> remember(home.address()));
        settled = found.equals(home) ? wanted : place(found);
        if (settled != wanted) {
            wanted.close();
            throw new IllegalArgumentException(
                    "Expected the artifacts of this store in %s, where they lie since its first one, found the option --artifacts %s.%nMaybe leave it away; db backup, and db restore with --artifacts into another store, move them."
                            .formatted(settled.address(), address));
        }
    }

    /** Has them be found at an address, whatever was remembered: for whoever has put them there. */
    synchronized void move(String address) {
        Optional<String> moved = home(ArtifactPlaces.of(address)).address();
        remember(moved);
        transactions.use(handle -> handle.createUpdate("UPDATE artifact_place SET address = :address")
                .bind("address", moved.orElse(null))
                .execute());
        settled = null;
    }

    /** What the row says: nothing for the data folder. */
    private record Home(Optional<String> address) {}

    private Home home(ArtifactPlace place) {
        FolderPlace data =
                new FolderPlace(Path.of(inDataFolder.address()).toAbsolutePath().normalize());
        return new Home(Optional.of(place.address()).filter(address -> !address.equals(data.address())));
    }

    private ArtifactPlace place(Home home) {
        return home.address().map(ArtifactPlaces::of).orElse(inDataFolder);
    }

    private Optional<Home> remembered() {
        return transactions.in(handle -> handle.createQuery("SELECT address FROM artifact_place")
                .map((row, context) -> new Home(Optional.ofNullable(row.getString("address"))))
                .findOne());
    }

    /** Where another process was faster, that one's stays. */
    private Home remember(Optional<String> address) {
        try {
            transactions.use(handle -> handle.createUpdate(
                            """
                            INSERT INTO artifact_place (id, address)
                            SELECT 1, CAST(:address AS VARCHAR) WHERE NOT EXISTS (SELECT 1 FROM artifact_place)
                            """)
                    .bind("address", address.orElse(null))
                    .execute());
        } catch (ResultsException e) {
            return remembered().orElseThrow(() -> e);
        }
        return remembered().orElseThrow();
    }

    @Override
    public synchronized void close() {
        if (settled != null) {
            settled.close();
        }
    }
}
