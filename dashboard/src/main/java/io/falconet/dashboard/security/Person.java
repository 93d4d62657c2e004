package io.falconet.dashboard.security;

import io.falconet.results.people.Account;
import io.falconet.results.people.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who signs in, as Spring Security knows them: an account as it was then. */
final class Person implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1;

    private final String name;
    private final Role role;
    private final Instant passwordSince;
    private String password;

    private Person(String name, Role role, Instant passwordSince, String password) {
        this.name = name;
        this.role = role;
        this.passwordSince = passwordSince;
        this.password = password;
    }

    /** Of an account, with its encoded password. */
    static Person of(Account account, String password) {
        return new Person(account.name(), account.role(), account.passwordSince(), password);
    }

    /** Who needs no password, or has shown something else. */
    static Person of(Who who) {
        return new Person(who.name(), who.role(), Instant.EPOCH, "");
    }

    Who who() {
        return new Who(name, role);
    }

    /** Whether the account is still what it was when they signed in. */
    boolean still(Account account) {
        return account.enabled()
                && account.role() == role
                && account.passwordSince().equals(passwordSince);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Stream.of(Role.values())
                .filter(role::covers)
                .map(each -> new SimpleGrantedAuthority("ROLE_" + each))
                .toList();
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public void eraseCredentials() {
        password = "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Person person && person.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
