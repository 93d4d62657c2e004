package io.falconet.dashboard.security;

import io.falconet.results.people.ApiToken;
import io.falconet.results.people.TokenStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in by {@code Authorization: Bearer TOKEN}, for one request at a time. Cookies mean nothing here. */
final class BearerTokens extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final TokenStore tokens;
    private final Clock clock;

    BearerTokens(TokenStore tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .flatMap(tokens::find)
                .ifPresent(this::enter);
        chain.doFilter(request, response);
    }

    private void enter(ApiToken token) {
        tokens.used(token, clock.instant());
        Person person = Person.of(new Who(token.owner(), token.role()));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
