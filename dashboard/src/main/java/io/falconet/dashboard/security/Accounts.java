package io.falconet.dashboard.security;

import io.falconet.results.ResultsException;
import io.falconet.results.people.Account;
import io.falconet.results.people.AccountStore;
import io.falconet.results.people.ApiToken;
import io.falconet.results.people.Role;
import io.falconet.results.people.TokenStore;
import java.time.Clock;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What admins do with accounts, and everybody with their own. Who may not is refused here, whatever the page offers. */
@Component
public class Accounts {
    /** All tokens begin with it, so that whoever finds one knows what it is. */
    static final String PREFIX = "falconet_";

    private static final String LAST =
            "Expected an admin to remain who may sign in, found no other. Maybe make somebody else an admin first.";

    private final AccountStore accounts;
    private final TokenStore tokens;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Accounts(
            AccountStore accounts,
            TokenStore tokens,
            PasswordEncoder encoder,
            LoginThrottle throttle,
            Access access,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.encoder = encoder;
        this.throttle = throttle;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is anybody who can sign in. */
    public boolean any() {
        return accounts.any();
    }

    /** All accounts, for admins. */
    public List<Account> list() {
        access.require(Role.ADMIN);
        return accounts.list();
    }

    /**
     * Gives an account another role.
     *
     * @throws ResultsException if no admin would remain
     */
    public void changeRole(String name, Role role) {
        access.require(Role.ADMIN);
        told("made " + role.words(), name, accounts.changeRole(name, role));
    }

    /**
     * Lets an account in no more: whoever is signed in by it is signed out.
     *
     * @throws ResultsException if no admin would remain
     */
    public void disable(String name) {
        access.require(Role.ADMIN);
        told("disabled", name, accounts.disable(name, clock.instant()));
    }

    /** Lets an account in again. */
    public void enable(String name) {
        access.require(Role.ADMIN);
        accounts.enable(name);
        audit.record("enabled", name);
    }

    private void told(String what, String name, boolean done) {
        audit.record(what, name, done ? Audit.DONE : "refused: the last admin");
        if (!done) {
            throw new ResultsException(LAST);
        }
    }

    /**
     * Changes the password of who is there, who has to sign in anew wherever that is.
     *
     * @return whether the old one was right
     * @throws ResultsException if too many wrong ones were tried
     */
    public boolean changePassword(String old, String next) {
        String name = access.who().name();
        String origin = access.origin();
        throttle.attempt(name, origin).ifPresent(wait -> {
            throw new ResultsException(
                    "Expected fewer attempts, found too many. Maybe try again in %s.".formatted(Waits.words(wait)));
        });
        boolean right = accounts.password(name)
                .filter(encoded -> encoder.matches(old, encoded))
                .isPresent();
        if (right) {
            throttle.succeeded(name, origin);
            accounts.changePassword(name, encoder.encode(next), clock.instant());
        }
        audit.record("changed the password", name, right ? Audit.DONE : "refused: the old one was wrong");
        return right;
    }

    /** The tokens of who is there. */
    public List<ApiToken> tokens() {
        return tokens.list(access.who().name());
    }

    /**
     * Makes a token for who is there: its secret, which nobody tells again.
     *
     * @param role no more than their own counts
     * @throws ResultsException if they have one of that name
     */
    public String makeToken(String name, Role role) {
        Who owner = access.who();
        String secret = PREFIX + Credentials.secret();
        tokens.add(new ApiToken(owner.name(), name, role.atMost(owner.role()), clock.instant()), secret);
        audit.record("made the token", name);
        return secret;
    }

    /** Forgets a token of who is there. */
    public void revoke(String token) {
        tokens.revoke(access.who().name(), token);
        audit.record("revoked the token", token);
    }
}
