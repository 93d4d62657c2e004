package io.falconet.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies of over a megabyte, and those that do not say how long they are, before anybody reads them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LargeRequests extends OncePerRequestFilter {
    static final long MOST_BYTES = 1 << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "Expected at most 1 MB, found more.");
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED, "Expected a Content-Length, found none.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentType("text/plain");
        response.getWriter().println(why);
    }
}
