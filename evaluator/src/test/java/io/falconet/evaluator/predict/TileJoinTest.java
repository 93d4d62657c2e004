package io.falconet.evaluator.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.predict.Tiling.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tiles of 100 pixels, of which neighbours share 20. */
class TileJoinTest {
    private static final Tile LEFT = new Tile(0, 0, 100, 100);
    private static final Tile RIGHT = new Tile(80, 0, 100, 100);

    private final TileJoin join = new TileJoin(180, 180, false);

    @Test
    void anObjectThatTwoTilesShowWholeIsOne() {
        join.add(LEFT, List.of(found(0.8, 84, 40, 94, 50)));
        join.add(RIGHT, List.of(found(0.9, 85, 42, 96, 52)));

        assertThat(join.joined()).containsExactly(found(0.9, 85, 42, 96, 52));
    }

    @Test
    void aPieceGoesWhereTheObjectIsSeenWhole() {
        join.add(LEFT, List.of(found(0.9, 88, 40, 100, 60)));
        join.add(RIGHT, List.of(found(0.6, 88, 40, 112, 60)));

        assertThat(join.joined()).containsExactly(found(0.6, 88, 40, 112, 60));
    }

    @Test
    void aWholeBoxThatHardlyIsOneDoesNotOustAPiece() {
        join.add(LEFT, List.of(found(0.9, 82, 40, 100, 60)));
        join.add(RIGHT, List.of(found(0.02, 84, 40, 110, 60)));

        assertThat(join.joined()).containsExactly(found(0.9, 82, 40, 100, 60));
    }

    @Test
    void piecesOfAnObjectThatNoTileHoldsBecomeOne() {
        join.add(LEFT, List.of(found(0.7, 30, 40, 100, 70)));
        join.add(RIGHT, List.of(found(0.8, 80, 42, 150, 71)));

        assertThat(join.joined()).containsExactly(found(0.8, 30, 40, 150, 71));
    }

    @Test
    void soDoPiecesOfFourTiles() {
        join.add(LEFT, List.of(found(0.9, 30, 30, 100, 100)));
        join.add(RIGHT, List.of(found(0.8, 80, 30, 150, 100)));
        join.add(new Tile(0, 80, 100, 100), List.of(found(0.7, 30, 80, 100, 150)));
        join.add(new Tile(80, 80, 100, 100), List.of(found(0.85, 80, 80, 150, 150)));

        assertThat(join.joined()).containsExactly(found(0.9, 30, 30, 150, 150));
    }

    @Test
    void neighboursThatOneTileToldApartStayTwo() {
        List<ScoredBox> two = List.of(found(0.9, 84, 40, 92, 50), found(0.8, 87, 40, 95, 50));
        join.add(LEFT, two);
        join.add(RIGHT, two);

        assertThat(join.joined()).containsExactlyElementsOf(two);
    }

    @Test
    void objectsOfOtherClassesStayUnlessAllClassesAreOne() {
        ScoredBox other = new ScoredBox(1, 0.5f, new Box(84, 40, 94, 50));
        join.add(LEFT, List.of(found(0.9, 84, 40, 94, 50)));
        join.add(RIGHT, List.of(other));
        assertThat(join.joined()).contains(other);

        TileJoin agnostic = new TileJoin(180, 180, true);
        agnostic.add(LEFT, List.of(found(0.9, 84, 40, 94, 50)));
        agnostic.add(RIGHT, List.of(other));
        assertThat(agnostic.joined()).hasSize(1);
    }

    @Test
    void atTheEdgeOfTheImageNothingIsCut() {
        ScoredBox atTheEdge = found(0.9, 0, 0, 12, 12);
        join.add(LEFT, List.of(atTheEdge));
        join.add(new Tile(0, 0, 180, 180), List.of(found(0.5, 0, 0, 11, 12)));

        assertThat(join.joined()).containsExactly(atTheEdge);
    }

    @Test
    void whatOneTileAloneShowsStays() {
        join.add(LEFT, List.of(found(0.4, 95, 10, 100, 20)));
        join.add(RIGHT, List.of());

        assertThat(join.joined()).hasSize(1);
    }

    /** Objects of 4 to 60 pixels anywhere, of which every tile shows what lies in it, off by up to a pixel. */
    @Test
    void seamsGiveNoDoublesAndLoseNothing() {
        Tiling tiling = new Tiling(100, 100, 0.2);
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Box> objects = apart(random);
            TileJoin joined = new TileJoin(330, 260, false);
            for (Tile tile : tiling.of(330, 260)) {
                joined.add(tile, seen(objects, tile, random));
            }

            assertThat(joined.joined()).as("seed %d", seed).hasSameSizeAs(objects);
            for (Box object : objects) {
                assertThat(joined.joined())
                        .as("seed %d", seed)
                        .anyMatch(found -> found.box().iou(object) > 0.4);
            }
        }
    }

    private static List<Box> apart(SplittableRandom random) {
        List<Box> objects = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float width = 4 + random.nextInt(57);
            float height = (float) Math.max(4, Math.min(60, width * (0.7 + 0.6 * random.nextDouble())));
            float x = (float) ((330 - width) * random.nextDouble());
            float y = (float) ((260 - height) * random.nextDouble());
            Box box = new Box(x, y, x + width, y + height);
            Box wide = new Box(x - 6, y - 6, x + width + 6, y + height + 6);
            if (objects.stream().allMatch(other -> other.intersection(wide) == 0)) {
                objects.add(box);
            }
        }
        return objects;
    }

    private static List<ScoredBox> seen(List<Box> objects, Tile tile, SplittableRandom random) {
        Box window = new Box(tile.left(), tile.top(), tile.right(), tile.bottom());
        List<ScoredBox> seen = new ArrayList<>();
        for (Box object : objects) {
            float shown = object.intersection(window) / object.area();
            if (shown > 0.2) {
                float x1 = (float) Math.max(tile.left(), object.x1() + off(object.x2() - object.x1(), random));
                float y1 = (float) Math.max(tile.top(), object.y1() + off(object.y2() - object.y1(), random));
                float x2 = (float) Math.min(tile.right(), object.x2() + off(object.x2() - object.x1(), random));
                float y2 = (float) Math.min(tile.bottom(), object.y2() + off(object.y2() - object.y1(), random));
                if (x2 > x1 && y2 > y1) {
                    seen.add(new ScoredBox(0, (float) (0.5 + 0.4 * random.nextDouble()), new Box(x1, y1, x2, y2)));
                }
            }
        }
        return seen;
    }

    /** At most a pixel, and a tenth of the side. */
    private static double off(float side, SplittableRandom random) {
        return Math.min(1, side / 10) * (2 * random.nextDouble() - 1);
    }

    private static ScoredBox found(double score, double x1, double y1, double x2, double y2) {
        return new ScoredBox(0, (float) score, new Box((float) x1, (float) y1, (float) x2, (float) y2));
    }
}
