package io.falconet.results.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times as other programs write them.
 *
 * @param zone of those that name none
 */
record Times(ZoneId zone) {
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d{1,6}) days?,? )?\\+?(\\d{1,6}):(\\d{2}):(\\d{2}(?:\\.\\d{1,9})?)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d+)?");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * The time in a text such as {@code 2026-03-01 10:00:00.123456} or {@code 2026-03-01T10:00:00Z}; nothing where it is
     * empty or NaT.
     *
     * @throws DateTimeException if it is no time, or one before 1900 or after 2200
     */
    Optional<Instant> instant(String text) {
        if (none(text)) {
            return Optional.empty();
        }
        String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        Instant instant = iso.matches(".*T.*(Z|[+-]\\d{2}:?\\d{2})")
                ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                        .toInstant()
                : iso.contains("T")
                        ? LocalDateTime.parse(iso).atZone(zone).toInstant()
                        : LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("before 1900 or after 2200");
        }
        return Optional.of(instant);
    }

    /**
     * The duration in a text such as {@code 12.5}, in seconds, or {@code 0 days 00:00:12.5}; nothing where it is empty or
     * NaT.
     *
     * @throws DateTimeException if it is none
     */
    Optional<Duration> duration(String text) {
        if (none(text)) {
            return Optional.empty();
        }
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(seconds(text));
        }
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("no duration");
        }
        return Optional.of(Duration.ofDays(parts.group(1) == null ? 0 : Long.parseLong(parts.group(1)))
                .plusHours(Long.parseLong(parts.group(2)))
                .plusMinutes(Long.parseLong(parts.group(3)))
                .plus(seconds(parts.group(4))));
    }

    private static Duration seconds(String text) {
        return Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue());
    }

    private static boolean none(String text) {
        return text.isEmpty() || text.equalsIgnoreCase("NaT") || FigureColumn.missing(text);
    }
}
