package io.falconet.results.people;

import io.falconet.results.ResultsDb;
import io.falconet.results.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of a store. Accounts are made by {@link InvitationStore#accept}, are disabled and never removed: what the
 * audit log tells of them stays true. Safe for use by many threads and processes at once.
 */
public final class AccountStore {
    private final Transactions transactions;

    /** The accounts of that store. */
    public AccountStore(ResultsDb db) {
        this.transactions = db.transactions();
    }

    /** Whether there is any. */
    public boolean any() {
        return !list().isEmpty();
    }

    /** All accounts, by name. */
    public List<Account> list() {
        return transactions.in(handle -> new AccountRows(handle).list());
    }

    /** The account of that name. */
    public Optional<Account> find(String name) {
        return transactions.in(handle -> new AccountRows(handle).find(name));
    }

    /** The password of that account as it is encoded. */
    public Optional<String> password(String name) {
        return transactions.in(handle -> handle.createQuery("SELECT password FROM account WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /** Sets an account's password, encoded. */
    public void changePassword(String name, String password, Instant now) {
        transactions.use(handle -> new AccountRows(handle).password(name, password, now));
    }

    /**
     * Gives an account another role.
     *
     * @return false if nobody would be left who is an admin and may sign in; nothing changed then
     */
    public boolean changeRole(String name, Role role) {
        return transactions.in(handle -> {
            AccountRows rows = new AccountRows(handle);
            if (role != Role.ADMIN && !rows.adminBeside(name)) {
                return false;
            }
            rows.role(name, role);
            return true;
        });
    }

    /**
     * Lets an account in no more, nor its tokens.
     *
     * @return false if nobody would be left who is an admin and may sign in; nothing changed then
     */
    public boolean disable(String name, Instant now) {
        return transactions.in(handle -> {
            AccountRows rows = new AccountRows(handle);
            if (!rows.adminBeside(name)) {
                return false;
            }
            rows.disabled(name, Optional.of(now));
            return true;
        });
    }

    /** Lets a disabled account in again. */
    public void enable(String name) {
        transactions.use(handle -> new AccountRows(handle).disabled(name, Optional.empty()));
    }
}
