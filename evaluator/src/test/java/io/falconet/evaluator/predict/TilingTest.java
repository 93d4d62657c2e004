package io.falconet.evaluator.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.predict.Tiling.Tile;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TilingTest {
    @Test
    void tilesAreSpreadFromEdgeToEdge() {
        assertThat(new Tiling(640, 640, 0.2).of(1500, 640))
                .containsExactly(new Tile(0, 0, 640, 640), new Tile(430, 0, 640, 640), new Tile(860, 0, 640, 640));
    }

    @Test
    void anImageOfOneTileIsNotCut() {
        assertThat(new Tiling(640, 320, 0.2).of(640, 320)).containsExactly(new Tile(0, 0, 640, 320));
    }

    @Test
    void anImageIsNotCutAlongASideOnWhichATileReachesBeyondIt() {
        Tiling tiling = new Tiling(640, 640, 0.2);
        assertThat(tiling.of(300, 200)).containsExactly(new Tile(0, 0, 300, 200));
        assertThat(tiling.of(1000, 200)).containsExactly(new Tile(0, 0, 640, 200), new Tile(360, 0, 640, 200));
    }

    @Test
    void withoutOverlapTilesTouch() {
        assertThat(new Tiling(100, 100, 0).of(300, 100)).extracting(Tile::left).containsExactly(0, 100, 200);
    }

    @Test
    void everyPixelIsCoveredAndEveryNeighbourOverlaps() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            int side = 1 + random.nextInt(200);
            double overlap = random.nextInt(10) / 10.0 * 0.9;
            int width = 1 + random.nextInt(900);
            int height = 1 + random.nextInt(900);
            List<Tile> tiles = new Tiling(side, side, overlap).of(width, height);

            List<Tile> row = tiles.stream().filter(tile -> tile.top() == 0).toList();
            assertThat(row.get(0).left()).isZero();
            assertThat(row.get(row.size() - 1).right()).isEqualTo(width);
            for (int k = 1; k < row.size(); k++) {
                int shared = row.get(k - 1).right() - row.get(k).left();
                assertThat(shared).isGreaterThanOrEqualTo((int) Math.floor(side * overlap - 1e-6));
                assertThat(row.get(k).left()).isGreaterThan(row.get(k - 1).left());
            }
            assertThat(tiles.get(tiles.size() - 1).bottom()).isEqualTo(height);
            assertThat(tiles).allMatch(tile -> tile.width() == Math.min(side, width));
        }
    }

    @Test
    void anOverlapInPercentIsRefused() {
        assertThatThrownBy(() -> new Tiling(640, 640, 20)).hasMessageContaining("Maybe 0.2");
        assertThatThrownBy(() -> new Tiling(0, 640, 0.2)).hasMessageContaining("640 x 0");
    }
}
