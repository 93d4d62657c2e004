package io.falconet.dashboard.page;

import io.falconet.space.outcome.LatencyReport;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them: with their unit and no more digits than they are worth. */
public final class Figures {
    /** Stands where a figure is not known. */
    public static final String NONE = "–";

    private Figures() {}

    /** A count of parameters or multiply-accumulates, to three digits: {@code 1.23 M}. */
    public static String count(double count) {
        if (Double.isNaN(count)) {
            return NONE;
        }
        String[] units = {"", " k", " M", " G", " T"};
        int unit = 0;
        double shown = count;
        while (Math.abs(shown) >= 999.5 && unit < units.length - 1) {
            shown /= 1000;
            unit++;
        }
        return (unit == 0 && shown == Math.rint(shown) ? String.valueOf((long) shown) : digits(shown)) + units[unit];
    }

    /** An average precision as the field writes it, to a tenth of a percent point: {@code 0.412}. */
    public static String precision(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A share of one: {@code 31 %}. */
    public static String share(double share) {
        return Double.isNaN(share) ? NONE : share > 0 && share < 0.01 ? "< 1 %" : Math.round(100 * share) + " %";
    }

    /** A time of a few milliseconds: {@code 4.31 ms}. */
    public static String millis(double millis) {
        return Double.isNaN(millis) ? NONE : digits(millis) + " ms";
    }

    /** A latency with half the width of its 95 % confidence interval, where it has one: {@code 4.31 ± 0.05 ms}. */
    public static String latency(LatencyReport report) {
        if (report.lowNanos() == report.highNanos()) {
            return millis(report.medianMillis());
        }
        double half = (report.highNanos() - report.lowNanos()) / 2e6;
        int decimals = half >= 1 ? 1 : half >= 0.01 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f ± %." + decimals + "f ms", report.medianMillis(), half);
    }

    /** A score without training, as it is told: {@code 147.32}. */
    public static String score(double value) {
        return Double.isNaN(value)
                ? NONE
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** How often something happens: {@code 3.2}. */
    public static String pace(double times) {
        return Double.isNaN(times) ? NONE : times < 1 ? digits(times) : String.format(Locale.ROOT, "%.1f", times);
    }

    /** How long something takes, in its two largest units: {@code 4 min 10 s}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds < 86_400
                ? seconds / 3600 + " h " + seconds / 60 % 60 + " min"
                : seconds / 86_400 + " d " + seconds / 3600 % 24 + " h";
    }

    /** A file's size in powers of ten: {@code 1.2 MB}. */
    public static String bytes(long bytes) {
        return bytes < 1000 ? bytes + " B" : count(bytes).replace("k", "kB").replaceFirst("([MGT])$", "$1B");
    }

    /** Three significant digits, never in scientific notation. */
    public static String digits(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
        int decimals = rounded.scale() + 3 - rounded.precision();
        return rounded.setScale(Math.max(0, decimals)).toPlainString();
    }
}
