package io.falconet.evaluator.picture;

import io.falconet.evaluator.data.Pixels;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A photograph with what was found on it: an outline around each object, outside of it so that none of its pixels is
 * hidden; labels where they hide nothing; below, what each colour means and how many there are.
 *
 * @param pixels of the photograph
 * @param found in any order; the best are labelled first
 */
public record DetectionPicture(Pixels pixels, List<Marked> found) {
    private static final Color SHADE = new Color(0, 0, 0, 150);

    public DetectionPicture {
        found = found.stream()
                .sorted(Comparator.comparingDouble(Marked::score).reversed())
                .toList();
    }

    /** Draws it; without letters where the machine has no font. */
    public BufferedImage draw() {
        Pen pen = Pen.of(pixels.width(), pixels.height(), found);
        return draw(pen, Lettering.of(pen.letters()));
    }

    /** Draws it with a pen and letters of one's own. */
    BufferedImage draw(Pen pen, Lettering lettering) {
        int width = pixels.width() * pen.enlarged();
        int height = pixels.height() * pen.enlarged();
        Legend legend = new Legend(found, pen, lettering, width);
        BufferedImage picture = new BufferedImage(width, height + legend.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(photograph(), 0, 0, width, height, null);
        List<Rectangle2D> boxes =
                found.stream().map(object -> outline(object, pen)).toList();
        LabelPlaces places = new LabelPlaces(width, height, boxes);
        for (int i = 0; i < boxes.size() && lettering.present(); i++) {
            label(graphics, pen, lettering, found.get(i), boxes.get(i), places);
        }
        // after the labels, so that no outline is hidden; the best on top
        for (int i = boxes.size() - 1; i >= 0; i--) {
            outline(graphics, pen, boxes.get(i), ClassColour.of(found.get(i).classIndex()));
        }
        graphics.translate(0, height);
        legend.draw(graphics);
        graphics.dispose();
        return picture;
    }

    private BufferedImage photograph() {
        int area = pixels.width() * pixels.height();
        byte[] planes = pixels.planes();
        int[] colours = new int[area];
        for (int i = 0; i < area; i++) {
            colours[i] = (planes[i] & 0xff) << 16 | (planes[i + area] & 0xff) << 8 | planes[i + 2 * area] & 0xff;
        }
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), colours);
        return image;
    }

    /** The middle of the line around an object: the line's inner edge is the object's. */
    private static Rectangle2D outline(Marked object, Pen pen) {
        double off = pen.line() / 2.0;
        return new Rectangle2D.Double(
                object.x1() * pen.enlarged() - off,
                object.y1() * pen.enlarged() - off,
                (object.x2() - object.x1()) * pen.enlarged() + pen.line(),
                (object.y2() - object.y1()) * pen.enlarged() + pen.line());
    }

    private static void outline(Graphics2D graphics, Pen pen, Rectangle2D box, Color colour) {
        double shade = (pen.line() + 1) / 2.0;
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(SHADE);
        graphics.draw(new Rectangle2D.Double(
                box.getX() - shade, box.getY() - shade, box.getWidth() + 2 * shade, box.getHeight() + 2 * shade));
        graphics.setStroke(new BasicStroke(pen.line()));
        graphics.setColor(colour);
        graphics.draw(box);
    }

    private static void label(
            Graphics2D graphics, Pen pen, Lettering letters, Marked object, Rectangle2D box, LabelPlaces places) {
        String text = String.format(Locale.ROOT, "%s %.2f", object.name(), object.score());
        int margin = pen.margin();
        double width = letters.width(text) + 2 * margin;
        double height = letters.height();
        places.place(box, width, height, 1.5 * pen.line()).ifPresent(place -> {
            Color paper = ClassColour.of(object.classIndex());
            graphics.setColor(paper);
            graphics.fill(place);
            graphics.setColor(ClassColour.ink(paper));
            letters.write(graphics, text, place.getX() + margin, place.getY() + letters.ascent());
        });
    }
}
