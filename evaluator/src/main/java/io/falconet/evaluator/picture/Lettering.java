package io.falconet.evaluator.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.util.Optional;

/**
 * The letters of a picture. A small server may have no font at all, on which Java's drawing breaks: then there are no
 * letters, and all else is drawn.
 *
 * @param font empty where the machine has none
 */
record Lettering(Optional<Font> font) {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, false);
    private static final String EVERY_HEIGHT = "Ag";

    /** Letters of that height in pixels, if the machine has any. */
    static Lettering of(int height) {
        Font font = new Font(Font.SANS_SERIF, Font.BOLD, height);
        try {
            font.getStringBounds(EVERY_HEIGHT, SMOOTH);
            return new Lettering(Optional.of(font));
        } catch (RuntimeException | LinkageError | InternalError noFont) {
            return none();
        }
    }

    /** No letters. */
    static Lettering none() {
        return new Lettering(Optional.empty());
    }

    /** Whether there are letters at all. */
    boolean present() {
        return font.isPresent();
    }

    /** A text's width in pixels. */
    double width(String text) {
        return font.map(it -> it.getStringBounds(text, SMOOTH).getWidth()).orElse(0.0);
    }

    /** Pixels from the top of the tallest letter to the line on which letters stand. */
    double ascent() {
        return font.map(it -> (double) metrics(it).getAscent()).orElse(0.0);
    }

    /** Pixels from the top of the tallest letter to the foot of the lowest. */
    double height() {
        return font.map(it -> (double) metrics(it).getAscent() + metrics(it).getDescent())
                .orElse(0.0);
    }

    /** Writes a text in the colour set, its letters standing on the line {@code y}. */
    void write(Graphics2D graphics, String text, double x, double y) {
        font.ifPresent(it -> {
            graphics.setFont(it);
            graphics.drawString(text, (float) x, (float) y);
        });
    }

    private static LineMetrics metrics(Font font) {
        return font.getLineMetrics(EVERY_HEIGHT, SMOOTH);
    }
}
