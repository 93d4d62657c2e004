package io.falconet.cluster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for the names of points, so that none covers another or a point. Names are placed one after the other, each at
 * the free place nearest to its point; a name without any gets none. Takes time in the square of the names.
 */
final class Labels {
    private static final double[] DISTANCES = {8, 13, 20, 29, 40, 53, 68, 85};
    /** Right, left, then the slanted ways, then above and below, clockwise from the right in degrees. */
    private static final int[] DIRECTIONS = {0, 180, 330, 30, 210, 150, 300, 60, 240, 120, 270, 90};

    private static final double GAP = 2;

    /** A rectangle, in pixels. */
    record Room(double left, double top, double right, double bottom) {
        static Room around(double x, double y, double radius) {
            return new Room(x - radius, y - radius, x + radius, y + radius);
        }

        boolean meets(Room other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean within(Room other) {
            return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
        }
    }

    /**
     * Where a name stands.
     *
     * @param room that it takes
     * @param fromX where a line from its point ends
     * @param fromY where a line from its point ends
     * @param near whether it is so near that no line is needed
     */
    record Place(Room room, double fromX, double fromY, boolean near) {}

    private final Room bounds;
    private final List<Room> taken = new ArrayList<>();

    /**
     * @param bounds that no name leaves
     * @param points that no name covers
     */
    Labels(Room bounds, List<Room> points) {
        this.bounds = bounds;
        taken.addAll(points);
    }

    /**
     * Takes the place nearest to a point.
     *
     * @param width of the name
     * @param height of the name
     */
    Optional<Place> place(double x, double y, double width, double height) {
        for (double distance : DISTANCES) {
            for (int direction : DIRECTIONS) {
                double radians = Math.toRadians(direction);
                double fromX = x + distance * Math.cos(radians);
                double fromY = y + distance * Math.sin(radians);
                Room room = room(fromX, fromY, direction, width, height);
                if (room.within(bounds) && taken.stream().noneMatch(room::meets)) {
                    taken.add(new Room(room.left - GAP, room.top, room.right + GAP, room.bottom));
                    return Optional.of(new Place(room, fromX, fromY, distance <= DISTANCES[1]));
                }
            }
        }
        return Optional.empty();
    }

    /** The rectangle whose nearest side touches where the line ends. */
    private static Room room(double x, double y, int direction, double width, double height) {
        double left =
                direction == 90 || direction == 270 ? x - width / 2 : direction > 90 && direction < 270 ? x - width : x;
        double top = direction == 270 ? y - height : direction == 90 ? y : y - height / 2;
        return new Room(left, top, left + width, top + height);
    }
}
