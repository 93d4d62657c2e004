package io.falconet.dashboard.security;

import io.falconet.results.ResultsException;
import io.falconet.results.people.Account;
import io.falconet.results.people.Invitation;
import io.falconet.results.people.Invitation.Kind;
import io.falconet.results.people.InvitationStore;
import io.falconet.results.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes links that let in once, and lets in who comes by one. */
@Component
public class Admissions {
    /** How long a link for setup lets in. */
    public static final Duration SETUP_LASTS = Duration.ofHours(24);
    /** How long other links let in. */
    public static final Duration LINK_LASTS = Duration.ofDays(3);

    private final InvitationStore links;
    private final PasswordEncoder encoder;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Admissions(InvitationStore links, PasswordEncoder encoder, Access access, Audit audit, Clock clock) {
        this.links = links;
        this.encoder = encoder;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** A link for setup, for who reads the server's console: its key, which nobody tells again. */
    public static String setup(InvitationStore links, Instant now) {
        String key = Credentials.secret();
        links.add(new Invitation(Kind.SETUP, Role.ADMIN, Optional.empty(), "console", now, now.plus(SETUP_LASTS)), key);
        return key;
    }

    /** Makes a link to a new account, by an admin: its key, which nobody tells again. */
    public String invite(Role role) {
        access.require(Role.ADMIN);
        String key = add(Kind.JOIN, role, Optional.empty());
        audit.record("invited", role.words());
        return key;
    }

    /** Makes a link to another password of an account, by an admin: its key, which nobody tells again. */
    public String renew(Account account) {
        access.require(Role.ADMIN);
        String key = add(Kind.PASSWORD, account.role(), Optional.of(account.name()));
        audit.record("made a link for the password of", account.name());
        return key;
    }

    private String add(Kind kind, Role role, Optional<String> account) {
        String key = Credentials.secret();
        Instant now = clock.instant();
        links.add(new Invitation(kind, role, account, access.who().name(), now, now.plus(LINK_LASTS)), key);
        return key;
    }

    /** The link of that key, where it lets in. */
    public Optional<Invitation> find(String key) {
        return links.find(key, clock.instant());
    }

    /**
     * Lets in by a link.
     *
     * @throws ResultsException as {@link InvitationStore#accept}
     */
    public Account enter(String key, String name, String password) {
        Account account = links.accept(key, name, encoder.encode(password), clock.instant());
        audit.record(
                account.name(),
                access.origin(),
                "came by a link",
                account.role().toString(),
                Audit.DONE);
        return account;
    }
}
