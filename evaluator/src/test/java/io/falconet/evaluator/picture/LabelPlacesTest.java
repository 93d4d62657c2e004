package io.falconet.evaluator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {
    private static final double WIDTH = 50;
    private static final double HEIGHT = 12;

    @Test
    void aLabelStandsAboveItsBoxWhereItCan() {
        Rectangle2D box = new Rectangle2D.Double(100, 100, 20, 20);

        assertThat(new LabelPlaces(300, 300, List.of(box)).place(box, WIDTH, HEIGHT, 2))
                .hasValue(new Rectangle2D.Double(98, 86, WIDTH, HEIGHT));
    }

    @Test
    void atTheTopItStandsBelow() {
        Rectangle2D box = new Rectangle2D.Double(100, 0, 20, 20);

        assertThat(new LabelPlaces(300, 300, List.of(box)).place(box, WIDTH, HEIGHT, 2))
                .hasValue(new Rectangle2D.Double(98, 22, WIDTH, HEIGHT));
    }

    @Test
    void noLabelHidesASmallObjectOrAnotherLabel() {
        Random random = new Random(3);
        List<Rectangle2D> boxes = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            boxes.add(new Rectangle2D.Double(380 * random.nextDouble(), 380 * random.nextDouble(), 14, 14));
        }
        LabelPlaces places = new LabelPlaces(400, 400, boxes);
        List<Rectangle2D> labels = new ArrayList<>();
        boxes.forEach(box -> places.place(box, WIDTH, HEIGHT, 1).ifPresent(labels::add));

        assertThat(labels).hasSizeGreaterThan(10);
        for (Rectangle2D label : labels) {
            assertThat(boxes).noneMatch(label::intersects);
            assertThat(labels).filteredOn(label::intersects).containsExactly(label);
        }
    }

    @Test
    void whereThereIsNoPlaceThereIsNoLabel() {
        Rectangle2D box = new Rectangle2D.Double(0, 0, 20, 20);

        assertThat(new LabelPlaces(20, 20, List.of(box)).place(box, WIDTH, HEIGHT, 2))
                .isEmpty();
    }
}
