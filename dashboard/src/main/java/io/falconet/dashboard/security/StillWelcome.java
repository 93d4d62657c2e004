package io.falconet.dashboard.security;

import io.falconet.results.people.AccountStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs out whose account was disabled, or has another role or password than when they signed in, at their next request: one
 * row read by its key.
 */
final class StillWelcome extends OncePerRequestFilter {
    /** The same for everybody. */
    private static final List<String> PUBLIC = List.of("/VAADIN/build/", "/falconet/", "/webjars/");

    private final AccountStore accounts;

    StillWelcome(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PUBLIC.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Person person
                && accounts.find(person.getUsername()).filter(person::still).isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
        }
        chain.doFilter(request, response);
    }
}
