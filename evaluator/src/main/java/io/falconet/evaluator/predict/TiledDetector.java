package io.falconet.evaluator.predict;

import io.falconet.evaluator.data.Scenery;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.predict.Tiling.Tile;
import java.util.List;

/**
 * Looks at images tile by tile, so that small objects of large images come to the network as large as they are: slicing
 * aided inference (Akyon et al., 2022, arXiv:2202.06934). One tile at a time is in memory, besides what the image itself
 * holds there. Images that fit into one tile are looked at as ever.
 *
 * @param detector that looks at each tile
 * @param tiling how images are cut
 * @param wholeToo whether it also looks at the image as a whole, for objects that no tile holds
 * @param acrossClasses whether boxes of different classes that different tiles show may be one object
 */
public record TiledDetector(ExportedDetector detector, Tiling tiling, boolean wholeToo, boolean acrossClasses)
        implements Sight {
    @Override
    public List<ScoredBox> look(Scenery scene) {
        List<Tile> tiles = tiling.of(scene.width(), scene.height());
        if (tiles.size() == 1) {
            return detector.look(scene);
        }
        TileJoin join = new TileJoin(scene.width(), scene.height(), acrossClasses);
        for (Tile tile : tiles) {
            List<ScoredBox> found = detector.look(scene.window(tile.left(), tile.top(), tile.width(), tile.height()));
            join.add(tile, placed(found, 1, tile.left(), tile.top()));
        }
        if (wholeToo) {
            join.add(
                    new Tile(0, 0, scene.width(), scene.height()),
                    placed(detector.look(scene.shrunk()), scene.shrinking(), 0, 0));
        }
        return join.joined();
    }

    private static List<ScoredBox> placed(List<ScoredBox> found, int shrinking, int left, int top) {
        return found.stream()
                .map(one -> new ScoredBox(
                        one.classIndex(),
                        one.score(),
                        one.box().scaled(shrinking).moved(left, top)))
                .toList();
    }
}
