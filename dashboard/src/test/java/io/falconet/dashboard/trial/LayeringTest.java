package io.falconet.dashboard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.dashboard.trial.Layering.Place;
import io.falconet.dashboard.trial.Outline.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayeringTest {
    @Test
    void flowsRunDownwardsRowByRowAndNothingOverlaps() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int parts = 2 + random.nextInt(20);
            List<Flow> flows = new ArrayList<>();
            for (int to = 1; to < parts; to++) {
                flows.add(new Flow(random.nextInt(to), to));
                if (random.nextBoolean()) {
                    flows.add(new Flow(random.nextInt(to), to));
                }
            }
            Layering layering = Layering.of(parts, flows, 200, 30);
            for (List<Integer> way : layering.ways()) {
                for (int i = 1; i < way.size(); i++) {
                    assertThat(row(layering, way.get(i))).isEqualTo(row(layering, way.get(i - 1)) + 1);
                }
            }
            assertNothingOverlaps(layering, parts);
        }
    }

    @Test
    void aFlowAgainstTheOrderIsDrawnToo() {
        Layering layering = Layering.of(2, List.of(new Flow(0, 1), new Flow(1, 0)), 200, 30);
        assertThat(layering.ways()).containsExactly(List.of(0, 1), List.of(1, 0));
    }

    private static void assertNothingOverlaps(Layering layering, int parts) {
        for (int a = 0; a < parts; a++) {
            for (int b = 0; b < a; b++) {
                Place one = layering.places().get(a);
                Place other = layering.places().get(b);
                if (one.row() == other.row()) {
                    assertThat(Math.abs(one.x() - other.x())).isGreaterThan(199.99);
                }
            }
        }
    }

    private static int row(Layering layering, int place) {
        return layering.places().get(place).row();
    }
}
