package io.falconet.dashboard.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** What every answer tells browsers not to do. */
final class Headers {
    /** Vaadin's pages begin with scripts and styles in the page itself, and its client evaluates what the server sends. */
    private static final String OF_PAGES = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String OF_ANSWERS = "default-src 'none'; frame-ancestors 'none'";

    private Headers() {}

    static void ofPages(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, OF_PAGES);
    }

    static void ofAnswers(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, OF_ANSWERS);
    }

    /** Besides those that Spring Security writes anyway: nosniff, no caching, and under TLS nothing but TLS from now on. */
    private static void common(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(Customizer.withDefaults())
                .addHeaderWriter(new StaticHeadersWriter(
                        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }
}
