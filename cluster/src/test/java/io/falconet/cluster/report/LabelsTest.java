package io.falconet.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.report.Labels.Place;
import io.falconet.cluster.report.Labels.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Room BOUNDS = new Room(0, 0, 900, 500);

    @Test
    void aLonelyNameStandsRightOfItsPoint() {
        Labels labels = new Labels(BOUNDS, List.of(Room.around(100, 100, 5)));

        Room room = labels.place(100, 100, 60, 12).orElseThrow().room();

        assertThat(room.left()).isBetween(105.0, 115.0);
        assertThat(room.top()).isEqualTo(94);
    }

    @Test
    void namesCoverNeitherEachOtherNorPointsNorLeaveThePlot() {
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> points = new ArrayList<>();
        List<Room> marks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double[] point = {random.nextDouble(200, 700), random.nextDouble(50, 450)};
            points.add(point);
            marks.add(Room.around(point[0], point[1], 6));
        }
        Labels labels = new Labels(BOUNDS, marks);

        List<Room> rooms = points.stream()
                .map(point -> labels.place(point[0], point[1], 90, 13))
                .flatMap(Optional::stream)
                .map(Place::room)
                .toList();

        assertThat(rooms).hasSizeGreaterThan(40).allMatch(room -> room.within(BOUNDS));
        for (int i = 0; i < rooms.size(); i++) {
            assertThat(marks).noneMatch(rooms.get(i)::meets);
            assertThat(rooms.subList(0, i)).noneMatch(rooms.get(i)::meets);
        }
    }

    @Test
    void aNameWithoutRoomIsLeftOut() {
        assertThat(new Labels(new Room(0, 0, 50, 50), List.of()).place(25, 25, 60, 12))
                .isEmpty();
    }
}
