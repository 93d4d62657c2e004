package io.falconet.evaluator.predict;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.predict.Tiling.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one list of what the tiles of an image show, each object once. One an image.
 *
 * <p>What one tile shows is left as its own suppression left it: it saw both of two neighbours, and told them apart. Boxes of
 * different tiles and one class are the same object
 *
 * <ul>
 *   <li>where both are whole and overlap by an IoU over {@link #SAME}, which is little, since a box of ten pixels that is off
 *       by two has no more: the better one stays;
 *   <li>where one was cut by an edge of its tile, inside of the image, and most of it lies in the other: the other stays. A cut
 *       box counts half its score, so that a whole one stays unless it hardly is one;
 *   <li>where both were cut, and one goes on where the other ends, or half of one lies in the other: they become one box
 *       around both, which has the better score. So is an object seen that is larger than the overlap of tiles.
 * </ul>
 *
 * <p>A cut box of which no other tile shows anything stays. Cost: at most boxes times boxes kept.
 */
final class TileJoin {
    /** Least overlap of two whole boxes of one object. */
    static final double SAME = 0.3;

    /** Least share of a cut box that lies in another of the same object. */
    static final double COVERED = 0.5;

    /** What a cut box counts of its score. */
    private static final float CUT = 0.5f;

    /** Least share of the better one's score that a box has to be taken for the rest of its object. */
    private static final float KINDRED = 1 / 3f;

    /** Share of a tile's side within which a box is taken to reach its edge: boxes are off by a little. */
    private static final double REACH = 0.01;

    private static final double LEAST_REACH = 2;

    /**
     * A box and where it comes from.
     *
     * @param tiles those that showed it
     */
    private record Seen(Set<Integer> tiles, ScoredBox found, Cut cut) {
        float rank() {
            return cut.any() ? CUT * found.score() : found.score();
        }

        Box box() {
            return found.box();
        }
    }

    private final int width;
    private final int height;
    private final boolean acrossClasses;
    private final List<Seen> seen = new ArrayList<>();
    private int tiles;

    /**
     * @param width of the image
     * @param height of the image
     * @param acrossClasses whether boxes of different classes may be one object
     */
    TileJoin(int width, int height, boolean acrossClasses) {
        this.width = width;
        this.height = height;
        this.acrossClasses = acrossClasses;
    }

    /** Adds what a tile shows, in pixels of the image. */
    void add(Tile tile, List<ScoredBox> found) {
        for (ScoredBox one : found) {
            seen.add(new Seen(Set.of(tiles), one, cut(tile, one.box())));
        }
        tiles++;
    }

    private Cut cut(Tile tile, Box box) {
        double across = reach(tile.width());
        double down = reach(tile.height());
        return new Cut(
                tile.left() > 0 && box.x1() < tile.left() + across,
                tile.top() > 0 && box.y1() < tile.top() + down,
                tile.right() < width && box.x2() > tile.right() - across,
                tile.bottom() < height && box.y2() > tile.bottom() - down);
    }

    private static double reach(int side) {
        return Math.max(LEAST_REACH, REACH * side);
    }

    /** Every object once, best first. */
    List<ScoredBox> joined() {
        List<Seen> kept = pass(seen);
        // a box that grew may reach others by now
        for (int before = seen.size(); kept.size() < before; ) {
            before = kept.size();
            kept = pass(kept);
        }
        return kept.stream()
                .map(Seen::found)
                .sorted(Comparator.comparing(ScoredBox::score, Comparator.reverseOrder()))
                .toList();
    }

    private List<Seen> pass(List<Seen> candidates) {
        List<Seen> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparing(Seen::rank, Comparator.reverseOrder()));
        List<Seen> kept = new ArrayList<>();
        for (Seen candidate : sorted) {
            boolean known = kept.stream()
                    .filter(better -> !(better.cut().any() && candidate.cut().any()))
                    .anyMatch(better -> same(better, candidate));
            if (!known && !isPieceOf(kept, candidate)) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** Whether a cut box is of the object of another one that is kept, which then grows. */
    private boolean isPieceOf(List<Seen> kept, Seen candidate) {
        if (!candidate.cut().any()) {
            return false;
        }
        for (int i = 0; i < kept.size(); i++) {
            Seen better = kept.get(i);
            if (better.cut().any() && rivals(better, candidate)) {
                boolean kindred =
                        candidate.found().score() >= KINDRED * better.found().score();
                boolean same = same(better, candidate);
                if (same || kindred && continues(better, candidate)) {
                    kept.set(i, kindred ? grown(better, candidate) : better);
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether they may be one object, being of different tiles. */
    private boolean rivals(Seen a, Seen b) {
        return (acrossClasses || a.found().classIndex() == b.found().classIndex())
                && a.tiles().stream().noneMatch(b.tiles()::contains);
    }

    private boolean same(Seen better, Seen other) {
        float shared = better.box().intersection(other.box());
        if (shared == 0 || !rivals(better, other)) {
            return false;
        }
        if (!better.cut().any() && !other.cut().any()) {
            return better.box().iou(other.box()) > SAME;
        }
        float piece = better.cut().any() && other.cut().any()
                ? Math.min(better.box().area(), other.box().area())
                : (better.cut().any() ? better : other).box().area();
        return shared > COVERED * piece;
    }

    private static boolean continues(Seen better, Seen other) {
        return Cut.meet(better.box(), better.cut(), other.box(), other.cut(), LEAST_REACH);
    }

    private static Seen grown(Seen better, Seen rest) {
        Set<Integer> both = new HashSet<>(better.tiles());
        both.addAll(rest.tiles());
        ScoredBox found = better.found();
        return new Seen(
                Set.copyOf(both),
                new ScoredBox(found.classIndex(), found.score(), found.box().around(rest.box())),
                Cut.ofBoth(better.box(), better.cut(), rest.box(), rest.cut()));
    }
}
