package io.falconet.results.people;

import io.falconet.results.Nanos;
import io.falconet.results.ResultsDb;
import io.falconet.results.ResultsException;
import io.falconet.results.Sha256;
import io.falconet.results.Transactions;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tokens of a store's accounts. Safe for use by many threads and processes at once. */
public final class TokenStore {
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private final Transactions transactions;

    /** The tokens of that store. */
    public TokenStore(ResultsDb db) {
        this.transactions = db.transactions();
    }

    /**
     * Stores a token.
     *
     * @param secret what its holder shows, of at least 128 random bits: its digest alone is stored
     * @throws ResultsException if its owner has one of that name
     */
    public void add(ApiToken token, String secret) {
        transactions.use(handle -> {
            if (list(handle, token.owner()).stream()
                    .anyMatch(known -> known.name().equals(token.name()))) {
                throw new ResultsException(
                        "Expected a name that none of your tokens has, found \"%s\" again.%nMaybe revoke the other one first, or choose another name."
                                .formatted(token.name()));
            }
            handle.createUpdate(
                            """
                            INSERT INTO api_token (owner, name, digest, role, created_nanos)
                            VALUES (:owner, :name, :digest, :role, :created)
                            """)
                    .bind("owner", token.owner())
                    .bind("name", token.name())
                    .bind("digest", digest(secret))
                    .bind("role", token.role())
                    .bind("created", Nanos.of(token.created()))
                    .execute();
        });
    }

    /** An account's tokens, by name. */
    public List<ApiToken> list(String owner) {
        return transactions.in(handle -> list(handle, owner));
    }

    private static List<ApiToken> list(Handle handle, String owner) {
        return handle.createQuery(
                        "SELECT owner, name, role, created_nanos, used_nanos FROM api_token WHERE owner = :owner ORDER BY name")
                .bind("owner", owner)
                .map((row, context) -> token(row))
                .list();
    }

    /** The token of that secret, with the role that it has now: its owner's, or a lesser one. Nothing where that one is disabled. */
    public Optional<ApiToken> find(String secret) {
        return transactions.in(handle -> handle.createQuery(
                        """
                        SELECT t.owner, t.name, t.role, t.created_nanos, t.used_nanos, a.role AS owner_role
                          FROM api_token t
                          JOIN account a ON a.name = t.owner
                         WHERE t.digest = :digest AND a.disabled_nanos IS NULL
                        """)
                .bind("digest", digest(secret))
                .map((row, context) -> now(token(row), Role.valueOf(row.getString("owner_role"))))
                .findOne());
    }

    private static ApiToken now(ApiToken token, Role owner) {
        return new ApiToken(token.owner(), token.name(), token.role().atMost(owner), token.created(), token.used());
    }

    /** Notes that a token was shown; within a minute of the last time nothing is written. */
    public void used(ApiToken token, Instant now) {
        if (token.used().filter(last -> last.plus(EXACTNESS).isAfter(now)).isPresent()) {
            return;
        }
        transactions.use(handle -> handle.createUpdate(
                        "UPDATE api_token SET used_nanos = :now WHERE owner = :owner AND name = :name")
                .bind("owner", token.owner())
                .bind("name", token.name())
                .bind("now", Nanos.of(now))
                .execute());
    }

    /** Forgets a token. Where there is none of that name, nothing changes. */
    public void revoke(String owner, String name) {
        transactions.use(handle -> handle.createUpdate("DELETE FROM api_token WHERE owner = :owner AND name = :name")
                .bind("owner", owner)
                .bind("name", name)
                .execute());
    }

    static String digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("owner"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Nanos.instant(row.getLong("created_nanos")),
                Nanos.instant(row, "used_nanos"));
    }
}
