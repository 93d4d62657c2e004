package io.falconet.evaluator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The strip below a photograph: the colour, name and number of each class that was found, in as many rows as needed. */
final class Legend {
    private record Item(Color colour, String text, int x, int row) {}

    private final List<Item> items = new ArrayList<>();
    private final Pen pen;
    private final Lettering lettering;
    private final int width;
    private int rows = 1;

    Legend(List<Marked> found, Pen pen, Lettering lettering, int width) {
        this.pen = pen;
        this.lettering = lettering;
        this.width = width;
        Map<Integer, List<Marked>> classes = new TreeMap<>();
        found.forEach(object -> classes.computeIfAbsent(object.classIndex(), c -> new ArrayList<>())
                .add(object));
        int x = gap();
        for (List<Marked> one : classes.values()) {
            String text = "%s %d".formatted(one.get(0).name(), one.size());
            int wide = swatch() + gap() + (int) Math.ceil(lettering.width(text));
            if (x > gap() && x + wide > width) {
                x = gap();
                rows++;
            }
            items.add(new Item(ClassColour.of(one.get(0).classIndex()), text, x, rows - 1));
            x += wide + 2 * gap();
        }
        if (items.isEmpty()) {
            items.add(new Item(Color.BLACK, "nothing found", gap(), 0));
        }
    }

    int height() {
        return rows * row() + gap();
    }

    /** Draws it with its upper left corner at the origin. */
    void draw(Graphics2D graphics) {
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, width, height());
        for (Item item : items) {
            int y = gap() + item.row() * row();
            graphics.setColor(item.colour());
            graphics.fillRect(item.x(), y, swatch(), swatch());
            graphics.setColor(Color.WHITE);
            lettering.write(graphics, item.text(), item.x() + swatch() + gap(), y + swatch() - pen.margin() / 2);
        }
    }

    private int swatch() {
        return pen.letters();
    }

    private int gap() {
        return Math.max(4, pen.letters() / 2);
    }

    private int row() {
        return pen.letters() + gap();
    }
}
