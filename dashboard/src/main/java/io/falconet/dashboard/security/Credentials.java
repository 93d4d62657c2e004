package io.falconet.dashboard.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names, passwords and secrets may be. */
public final class Credentials {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");
    private static final int SHORTEST = 10;
    /** Bcrypt, by which they are encoded, reads no further. */
    private static final int MOST_BYTES = 72;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Credentials() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * The account's name that was typed: without blanks around it, in lower case.
     *
     * @throws IllegalArgumentException if it can be none
     */
    public static String name(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "Expected a name of up to 64 letters a to z, digits and . _ @ + -, beginning with one of the first two. Maybe ann?");
        }
        return name;
    }

    /** What is wrong with a new password, for whoever chooses it; nothing if it will do. */
    public static Optional<String> fault(String password, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(
                    "Expected at least %d characters, found %d. Maybe four words that do not belong together?"
                            .formatted(SHORTEST, password.codePointCount(0, password.length())));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("Expected at most %d bytes, found %d. Maybe leave its end away."
                    .formatted(MOST_BYTES, password.getBytes(StandardCharsets.UTF_8).length));
        }
        if (password.toLowerCase(Locale.ROOT).contains(name) && name.length() > 3
                || password.chars().distinct().count() < 4) {
            return Optional.of(
                    "Expected a password that is hard to guess, found your name in it or one character over and over. Maybe four words that do not belong together?");
        }
        return Optional.empty();
    }

    /** 256 random bits, as 43 characters that need no quoting in addresses. */
    public static String secret() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
