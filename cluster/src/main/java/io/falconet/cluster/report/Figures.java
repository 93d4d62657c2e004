package io.falconet.cluster.report;

import io.falconet.space.graph.Shape;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    /** Where there is nothing to say. */
    static final String NOTHING = "–";

    private static final double MILLION = 1e6;

    private Figures() {}

    /** An accuracy from 0 to 1; figures that the data do not have are NaN or -1. */
    static String accuracy(double value) {
        return value >= 0 ? fixed(value, 3) : NOTHING;
    }

    static String millis(double value) {
        return fixed(value, value < 10 ? 2 : value < 100 ? 1 : 0);
    }

    static String millions(long value) {
        double millions = value / MILLION;
        return fixed(millions, millions < 10 ? 2 : millions < 100 ? 1 : 0);
    }

    /** Of 10^6 bytes. */
    static String megabytes(long bytes) {
        return fixed(bytes / MILLION, 1);
    }

    static String rate(double perSecond) {
        return fixed(perSecond, perSecond < 100 ? 1 : 0);
    }

    static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    static String size(Shape image) {
        return image.height() + "×" + image.width();
    }
}
