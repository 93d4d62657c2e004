package io.falconet.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void namesAreOfPlainLettersInLowerCase() {
        assertThat(Credentials.name(" Ann ")).isEqualTo("ann");
        assertThat(Credentials.name("ann@example.com")).isEqualTo("ann@example.com");
        for (String bad : List.of("", " ", "an n", "änn", "<b>", "a'--", "a\0b", "\u202Enna", "../a", "a".repeat(65))) {
            assertThatThrownBy(() -> Credentials.name(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe ann?");
        }
    }

    @Test
    void passwordsAreLongEnoughAndNoLongerThanIsRead() {
        assertThat(Credentials.fault("four words that fit", "ann")).isEmpty();
        assertThat(Credentials.fault("short one", "ann").orElseThrow()).contains("at least 10 characters, found 9");
        assertThat(Credentials.fault("ä".repeat(3) + "bcdefghi".repeat(9), "ann")
                        .orElseThrow())
                .contains("at most 72 bytes, found 78");
        assertThat(Credentials.fault("aaaaaaaaaaaa", "ann").orElseThrow()).contains("hard to guess");
        assertThat(Credentials.fault("Johanna1234", "johanna").orElseThrow()).contains("hard to guess");
    }

    @Test
    void secretsDifferAndNeedNoQuoting() {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            secrets.add(Credentials.secret());
        }
        assertThat(secrets).hasSize(1000).allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
    }
}
