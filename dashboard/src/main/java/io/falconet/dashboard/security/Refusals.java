package io.falconet.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** What those hear who are not let in. */
final class Refusals {
    private Refusals() {}

    /** A program without a token that counts. */
    static void nobody(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"falconet\"");
        problem(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "Unauthorized",
                "Expected the header Authorization: Bearer TOKEN with a token that counts, found none. Maybe make one on the dashboard, under your name.");
    }

    /** A program whose token may less. */
    static void tooLittle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        problem(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "Forbidden",
                "Expected a token that may do this, found one that may not. Maybe ask an admin for another role.");
    }

    /** RFC 9457; the texts are ours and need no escaping. */
    private static void problem(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(title, status, detail));
    }

    /** Somebody with a wrong name or password, which of the two is not told, or with too many of them. */
    static void login(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String why = cause instanceof TooManyAttempts tooMany ? "wait=" + tooMany.seconds() : "error";
        response.sendRedirect(request.getContextPath() + SecurityConfiguration.LOGIN + "?" + why);
    }
}
