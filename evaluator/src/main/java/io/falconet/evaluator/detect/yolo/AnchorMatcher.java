package io.falconet.evaluator.detect.yolo;

import java.util.ArrayList;
import java.util.List;

/**
 * Which anchors are to predict which objects, level by level: all whose sides differ from the object's by less than a
 * factor, in the cell of the object's centre and in the nearest neighbour to its left or right, above or below, where
 * there is one and the level's centres reach that far. So an object may have matches on several levels, or none. In 32-bit numbers throughout, as the decision
 * falls on edges.
 *
 * @param mostRatio the factor
 */
public record AnchorMatcher(float mostRatio) {
    /** YOLOv5's factor of 4. */
    public static final AnchorMatcher STANDARD = new AnchorMatcher(4);

    /** How far from a cell's edge its neighbour is taken too, in cells. */
    private static final float REACH = 0.5f;

    /** The cell of the centre and its neighbours, as steps from the centre in units of {@link #REACH}. */
    private enum Place {
        CENTER(0, 0),
        LEFT(-1, 0),
        ABOVE(0, -1),
        RIGHT(1, 0),
        BELOW(0, 1);

        private final int across;
        private final int down;

        Place(int across, int down) {
            this.across = across;
            this.down = down;
        }

        private boolean holds(float x, float y, AnchorLevel level) {
            if (this != CENTER && !level.reachesNeighbours()) {
                return false;
            }
            return switch (this) {
                case CENTER -> true;
                case LEFT -> nearStart(x);
                case ABOVE -> nearStart(y);
                case RIGHT -> nearStart(level.width() - x);
                case BELOW -> nearStart(level.height() - y);
            };
        }

        private static boolean nearStart(float position) {
            return position > 1 && position % 1 < REACH;
        }
    }

    /** The matches of a level: by place, then by anchor, then by target. */
    public List<Match> match(AnchorLevel level, List<Target> targets) {
        List<Match> matches = new ArrayList<>();
        for (Place place : Place.values()) {
            for (int anchor = 0; anchor < level.anchors().size(); anchor++) {
                for (Target target : targets) {
                    float x = target.x() * level.width();
                    float y = target.y() * level.height();
                    if (fits(level, anchor, target) && place.holds(x, y, level)) {
                        matches.add(match(level, anchor, target, place));
                    }
                }
            }
        }
        return matches;
    }

    private boolean fits(AnchorLevel level, int anchor, Target target) {
        Anchor size = level.anchors().get(anchor);
        float width = target.width() * level.width() / ((float) size.width() / level.stride());
        float height = target.height() * level.height() / ((float) size.height() / level.stride());
        return Math.max(Math.max(width, 1 / width), Math.max(height, 1 / height)) < mostRatio;
    }

    private static Match match(AnchorLevel level, int anchor, Target target, Place place) {
        float x = target.x() * level.width();
        float y = target.y() * level.height();
        int column = cell(x + REACH * place.across, level.width());
        int row = cell(y + REACH * place.down, level.height());
        CenteredBox box =
                new CenteredBox(x - column, y - row, target.width() * level.width(), target.height() * level.height());
        return new Match(target.image(), anchor, row, column, target.classIndex(), box);
    }

    private static int cell(float position, int cells) {
        return Math.max(0, Math.min((int) position, cells - 1));
    }
}
