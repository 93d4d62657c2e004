package io.falconet.results.people;

import static io.falconet.results.people.TokenStore.digest;

import io.falconet.results.Nanos;
import io.falconet.results.ResultsDb;
import io.falconet.results.ResultsException;
import io.falconet.results.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The links of a store that let in once. Safe for use by many threads and processes at once. */
public final class InvitationStore {
    private final Transactions transactions;

    /** The links of that store. */
    public InvitationStore(ResultsDb db) {
        this.transactions = db.transactions();
    }

    /**
     * Stores a link. Of those for {@link Invitation.Kind#SETUP setup} and of those for one account's password the last alone
     * lets in.
     *
     * @param key what it carries, of at least 128 random bits: its digest alone is stored
     */
    public void add(Invitation invitation, String key) {
        transactions.use(handle -> {
            if (invitation.kind() != Invitation.Kind.JOIN) {
                handle.createUpdate(
                                """
                                DELETE FROM invitation
                                 WHERE kind = :kind AND used_nanos IS NULL AND COALESCE(account, '') = :account
                                """)
                        .bind("kind", invitation.kind())
                        .bind("account", invitation.account().orElse(""))
                        .execute();
            }
            handle.createUpdate(
                            """
                            INSERT INTO invitation (digest, kind, role, account, author, created_nanos, expires_nanos)
                            VALUES (:digest, :kind, :role, :account, :author, :created, :expires)
                            """)
                    .bind("digest", digest(key))
                    .bind("kind", invitation.kind())
                    .bind("role", invitation.role())
                    .bind("account", invitation.account().orElse(null))
                    .bind("author", invitation.author())
                    .bind("created", Nanos.of(invitation.created()))
                    .bind("expires", Nanos.of(invitation.expires()))
                    .execute();
        });
    }

    /** The link of that key, where it lets in. */
    public Optional<Invitation> find(String key, Instant now) {
        return transactions.in(handle -> find(handle, key, now));
    }

    private static Optional<Invitation> find(Handle handle, String key, Instant now) {
        return handle.createQuery(
                        """
                        SELECT kind, role, account, author, created_nanos, expires_nanos FROM invitation
                         WHERE digest = :digest AND used_nanos IS NULL AND expires_nanos > :now
                        """)
                .bind("digest", digest(key))
                .bind("now", Nanos.of(now))
                .map((row, context) -> invitation(row))
                .findOne();
    }

    /**
     * Uses a link up: makes its account, or sets the password of the one that it is for. By a link for setup an account of
     * that name, if there is one, is an admin from now on, and may sign in.
     *
     * @param name of the account; where the link is for one, that one
     * @param password encoded
     * @throws ResultsException if the link lets in no more, or an account of that name is not what it is for
     */
    public Account accept(String key, String name, String password, Instant now) {
        return transactions.in(handle -> {
            Invitation invitation = find(handle, key, now)
                    .filter(found -> use(handle, key, now))
                    .orElseThrow(() -> new ResultsException(
                            "Expected a link that was not used yet and has not expired, found another.%nMaybe ask for a new one."
                                    .formatted()));
            AccountRows accounts = new AccountRows(handle);
            Optional<Account> known = accounts.find(name);
            switch (invitation.kind()) {
                case SETUP -> setUp(accounts, known, name, password, now);
                case JOIN -> join(accounts, known, name, invitation.role(), password, now);
                case PASSWORD -> {
                    if (known.isEmpty() || !invitation.account().equals(Optional.of(name))) {
                        throw new ResultsException("Expected the account %s, found %s.%nMaybe ask for a new link."
                                .formatted(invitation.account().orElse(""), name));
                    }
                    accounts.password(name, password, now);
                }
            }
            return accounts.find(name).orElseThrow();
        });
    }

    /** Of several that try at once, one gets it. */
    private static boolean use(Handle handle, String key, Instant now) {
        return handle.createUpdate(
                                "UPDATE invitation SET used_nanos = :now WHERE digest = :digest AND used_nanos IS NULL")
                        .bind("digest", digest(key))
                        .bind("now", Nanos.of(now))
                        .execute()
                == 1;
    }

    private static void setUp(
            AccountRows accounts, Optional<Account> known, String name, String password, Instant now) {
        if (known.isPresent()) {
            accounts.password(name, password, now);
            accounts.role(name, Role.ADMIN);
            accounts.disabled(name, Optional.empty());
        } else {
            accounts.insert(name, Role.ADMIN, password, now);
        }
    }

    private static void join(
            AccountRows accounts, Optional<Account> known, String name, Role role, String password, Instant now) {
        if (known.isPresent()) {
            throw new ResultsException(
                    "Expected a name that nobody has, found \"%s\" taken.%nMaybe choose another.".formatted(name));
        }
        accounts.insert(name, role, password, now);
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                Invitation.Kind.valueOf(row.getString("kind")),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("account")),
                row.getString("author"),
                Nanos.instant(row.getLong("created_nanos")),
                Nanos.instant(row.getLong("expires_nanos")));
    }
}
