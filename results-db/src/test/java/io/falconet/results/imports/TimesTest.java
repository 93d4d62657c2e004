package io.falconet.results.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final Times BERLIN = new Times(ZoneId.of("Europe/Berlin"));

    @Test
    void timesWithoutAZoneAreOfTheOneGiven() {
        assertThat(BERLIN.instant("2026-07-01 10:00:00.123456")).contains(Instant.parse("2026-07-01T08:00:00.123456Z"));
        assertThat(BERLIN.instant("2026-01-01T10:00")).contains(Instant.parse("2026-01-01T09:00:00Z"));
        assertThat(BERLIN.instant("2026-01-02")).contains(Instant.parse("2026-01-01T23:00:00Z"));
    }

    @Test
    void timesWithAZoneKeepIt() {
        assertThat(BERLIN.instant("2026-07-01T10:00:00Z")).contains(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(BERLIN.instant("2026-07-01 10:00:00+0900")).contains(Instant.parse("2026-07-01T01:00:00Z"));
    }

    @Test
    void nothingIsNoTime() {
        assertThat(BERLIN.instant("")).isEmpty();
        assertThat(BERLIN.instant("NaT")).isEmpty();
        assertThat(BERLIN.duration("NaT")).isEmpty();
    }

    @Test
    void durationsAreSecondsOrWhatPandasWrites() {
        assertThat(BERLIN.duration("12.5")).contains(Duration.ofMillis(12_500));
        assertThat(BERLIN.duration("0 days 00:00:01.500000")).contains(Duration.ofMillis(1500));
        assertThat(BERLIN.duration("2 days 01:02:03")).contains(Duration.ofSeconds(2 * 86_400 + 3723));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01 10:00:00", "01.03.2026", "9999-01-01 00:00:00", "1e9"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> BERLIN.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
