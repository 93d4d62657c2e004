package io.falconet.dashboard.security;

import io.falconet.results.people.Account;
import io.falconet.results.people.AccountStore;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Lets in who knows an account's password, and nobody who guesses fast. A wrong password, an unknown name and a disabled
 * account take as long and are answered alike.
 */
final class PasswordLogin implements AuthenticationProvider {
    private final AccountStore accounts;
    private final LoginThrottle throttle;
    private final Audit audit;
    private final DaoAuthenticationProvider passwords;

    PasswordLogin(AccountStore accounts, PasswordEncoder encoder, LoginThrottle throttle, Audit audit) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.audit = audit;
        this.passwords = new DaoAuthenticationProvider(this::person);
        this.passwords.setPasswordEncoder(encoder);
    }

    private UserDetails person(String typed) {
        String name = name(typed);
        return accounts.find(name)
                .filter(Account::enabled)
                .flatMap(account -> accounts.password(name).map(password -> Person.of(account, password)))
                .orElseThrow(() -> new UsernameNotFoundException("No such account."));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = name(attempt.getName());
        String origin =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.attempt(name, origin).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        try {
            Authentication done = passwords.authenticate(attempt);
            throttle.succeeded(name, origin);
            audit.record(name, origin, "signed in", "", Audit.DONE);
            return done;
        } catch (AuthenticationException e) {
            // an unknown name may be a password that was typed in the wrong place
            String about = accounts.find(name).map(Account::name).orElse("a name that nobody has");
            audit.record("", origin, "tried to sign in", about, "refused");
            throw e;
        }
    }

    /** Nobody has a name with other characters; the database need not see them. */
    private static String name(String typed) {
        String name = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        return Credentials.isName(name) ? name : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
