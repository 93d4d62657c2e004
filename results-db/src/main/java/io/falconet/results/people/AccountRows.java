package io.falconet.results.people;

import io.falconet.results.Nanos;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts within the caller's transaction. */
final class AccountRows {
    private static final String ACCOUNT =
            "SELECT name, role, created_nanos, password_nanos, disabled_nanos FROM account ";

    private final Handle handle;

    AccountRows(Handle handle) {
        this.handle = handle;
    }

    Optional<Account> find(String name) {
        return handle.createQuery(ACCOUNT + "WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> account(row))
                .findOne();
    }

    List<Account> list() {
        return handle.createQuery(ACCOUNT + "ORDER BY name")
                .map((row, context) -> account(row))
                .list();
    }

    void insert(String name, Role role, String password, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO account (name, role, password, password_nanos, created_nanos)
                        VALUES (:name, :role, :password, :now, :now)
                        """)
                .bind("name", name)
                .bind("role", role)
                .bind("password", password)
                .bind("now", Nanos.of(now))
                .execute();
    }

    void password(String name, String password, Instant now) {
        handle.createUpdate("UPDATE account SET password = :password, password_nanos = :now WHERE name = :name")
                .bind("name", name)
                .bind("password", password)
                .bind("now", Nanos.of(now))
                .execute();
    }

    void role(String name, Role role) {
        handle.createUpdate("UPDATE account SET role = :role WHERE name = :name")
                .bind("name", name)
                .bind("role", role)
                .execute();
    }

    void disabled(String name, Optional<Instant> since) {
        handle.createUpdate("UPDATE account SET disabled_nanos = :since WHERE name = :name")
                .bind("name", name)
                .bind("since", since.map(Nanos::of).orElse(null))
                .execute();
    }

    /** Whether some other admin may sign in. Until the transaction ends nobody else can change those. */
    boolean adminBeside(String name) {
        return handle
                .createQuery(
                        """
                        SELECT name FROM account
                         WHERE role = 'ADMIN' AND disabled_nanos IS NULL
                         ORDER BY name
                           FOR UPDATE
                        """)
                .mapTo(String.class)
                .list()
                .stream()
                .anyMatch(admin -> !admin.equals(name));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Nanos.instant(row.getLong("created_nanos")),
                Nanos.instant(row.getLong("password_nanos")),
                Nanos.instant(row, "disabled_nanos"));
    }
}
