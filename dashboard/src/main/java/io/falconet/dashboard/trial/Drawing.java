package io.falconet.dashboard.trial;

import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.trial.Layering.Place;
import io.falconet.dashboard.trial.Outline.Part;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.graph.Node;
import java.util.List;
import java.util.Locale;

/**
 * An outline as an SVG picture: a box a part, its stripe's colour by role, its bar by the share of multiply-accumulates.
 * A box that can be opened has {@code data-scope} and takes the keyboard's focus.
 */
final class Drawing {
    private static final int WIDTH = 196;
    private static final int HEIGHT = 58;
    private static final int ROW = 92;
    private static final int GAP = 26;
    private static final int BEND = 30;
    private static final int MARGIN = 12;

    private final Outline outline;
    private final List<Place> places;
    private final List<List<Integer>> ways;
    private final double left;
    private final StringBuilder svg = new StringBuilder();

    private Drawing(Outline outline) {
        this.outline = outline;
        Layering layering = Layering.of(outline.parts().size(), outline.flows(), WIDTH + GAP, BEND);
        this.places = layering.places();
        this.ways = layering.ways();
        this.left = places.stream().mapToDouble(Place::x).min().orElse(0) - WIDTH / 2.0 - MARGIN;
    }

    /** The picture's markup. */
    static String svg(Outline outline) {
        return new Drawing(outline).draw();
    }

    /** The colour that stands for a role of the detector. */
    static String colour(String role) {
        return switch (role) {
            case "backbone" -> Palette.BLUE;
            case "neck" -> Palette.GREEN;
            case "head" -> Palette.ORANGE;
            default -> Palette.MUTED;
        };
    }

    private String draw() {
        double width = places.stream().mapToDouble(Place::x).max().orElse(0) - left + WIDTH / 2.0 + MARGIN;
        int height = places.stream().mapToInt(Place::row).max().orElse(0) * ROW + HEIGHT + 2 * MARGIN;
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' class='network' width='%.0f' height='%d' viewBox='0 0 %.0f %d' role='group' aria-label='The network, from the image down to the predictions'>",
                width, height, width, height);
        ways.forEach(this::flow);
        for (int i = 0; i < outline.parts().size(); i++) {
            part(outline.parts().get(i), places.get(i));
        }
        return svg.append("</svg>").toString();
    }

    private void flow(List<Integer> way) {
        Place from = places.get(way.get(0));
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.1f %d", x(from), top(from) + HEIGHT));
        for (int i = 1; i < way.size(); i++) {
            Place a = places.get(way.get(i - 1));
            Place b = places.get(way.get(i));
            boolean bendAbove = i > 1;
            boolean bendBelow = i < way.size() - 1;
            int start = top(a) + HEIGHT;
            int end = top(b);
            if (bendAbove) {
                path.append(String.format(Locale.ROOT, "L%.1f %d", x(a), start));
            }
            int middle = (start + end) / 2;
            path.append(String.format(
                    Locale.ROOT,
                    "C%.1f %d %.1f %d %.1f %d",
                    x(a),
                    middle,
                    x(b),
                    middle,
                    x(b),
                    bendBelow ? end : end - 4));
        }
        add("<path class='flow' d='%s'/>", path);
        Place to = places.get(way.get(way.size() - 1));
        add("<path class='tip' d='M%.1f %d l-4 -6 h8 z'/>", x(to), top(to));
    }

    private void part(Part part, Place place) {
        double share = outline.macs() == 0 ? 0 : (double) part.macs() / outline.macs();
        String colour = colour(part.role());
        String opens = part.single()
                ? "class='part'"
                : "class='part opens' data-scope='" + escaped(part.scope()) + "' tabindex='0' role='button'";
        add("<g %s transform='translate(%.1f %d)'>", opens, x(place) - WIDTH / 2.0, top(place));
        add("<title>%s</title>", escaped(title(part, share)));
        add("<rect class='box' width='%d' height='%d' rx='7'/>", WIDTH, HEIGHT);
        add("<path d='M7 0 a7 7 0 0 0 -7 7 v%d a7 7 0 0 0 7 7 z' fill='%s'/>", HEIGHT - 14, colour);
        add("<text class='name' x='16' y='20'>%s</text>", escaped(shortened(name(part), 23)));
        add("<text class='what' x='16' y='37'>%s</text>", escaped(shortened(what(part), 29)));
        if (share > 0) {
            add("<rect class='rail' x='16' y='46' width='118' height='4' rx='2'/>");
            add("<rect x='16' y='46' width='%.1f' height='4' rx='2' fill='%s'/>", Math.max(2, 118 * share), colour);
            add("<text class='share' x='%d' y='51'>%s</text>", WIDTH - 10, Figures.share(share));
        }
        svg.append("</g>");
    }

    private static String name(Part part) {
        String name = part.scope();
        return part.role().length() < name.length() ? name.substring(part.role().length() + 1) : name;
    }

    private static String what(Part part) {
        String shape = part.last().shape().toString().replace('x', '×');
        return part.single()
                ? NetworkText.words(part.last()) + " → " + shape
                : part.nodes().size() + " layers → " + shape;
    }

    private static String title(Part part, double share) {
        Node last = part.last();
        return "%s%n%s%ngives %s (channels × rows × columns)%nparameters %s%nMACs %s (%s)%s"
                .formatted(
                        part.scope(),
                        part.single() ? NetworkText.words(last) : part.nodes().size() + " layers",
                        last.shape().toString().replace('x', '×'),
                        Figures.count(part.parameters()),
                        Figures.count(part.macs()),
                        Figures.share(share),
                        part.single() ? "" : "\nclick to open");
    }

    private double x(Place place) {
        return place.x() - left;
    }

    private static int top(Place place) {
        return MARGIN + place.row() * ROW;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }
}
