package io.falconet.evaluator.detect.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorMatcherTest {
    private static final AnchorLevel LEVEL = new AnchorLevel(8, 8, 8, List.of(new Anchor(8, 8), new Anchor(40, 40)));

    @Test
    void cellOfTheCentreAndItsNearestNeighboursPredictAnObject() {
        // in cells the centre lies at (3.25, 4.75), one cell wide and high
        List<Match> matches = match(3.25f, 4.75f, 1, 1);
        assertThat(matches).extracting(Match::column).containsExactly(3, 2, 3);
        assertThat(matches).extracting(Match::row).containsExactly(4, 4, 5);
        assertThat(matches).extracting(Match::anchor).containsOnly(0);
        assertThat(matches.get(1).box()).isEqualTo(new CenteredBox(1.25, 0.75, 1, 1));
    }

    @Test
    void cellsOutsideTheImagePredictNothing() {
        assertThat(match(0.25f, 0.25f, 1, 1)).extracting(Match::column).containsExactly(0);
        assertThat(match(7.75f, 7.75f, 1, 1)).extracting(Match::column).containsExactly(7);
    }

    @Test
    void anchorsOfFourTimesTheSizeOrMorePredictNothing() {
        assertThat(match(3.5f, 3.5f, 3, 3)).extracting(Match::anchor).contains(0, 1);
        assertThat(match(3.5f, 3.5f, 4, 3)).extracting(Match::anchor).containsOnly(1);
        assertThat(match(3.5f, 3.5f, 0.25f, 1)).isEmpty();
    }

    private static List<Match> match(float x, float y, float width, float height) {
        Target target = new Target(0, 2, x / 8, y / 8, width / 8, height / 8);
        return AnchorMatcher.STANDARD.match(LEVEL, List.of(target));
    }

    @Test
    void objectsInPixelsBecomeTargets() {
        List<List<float[]>> objects = List.of(List.of(), List.of(new float[] {3, 8, 4, 24, 12}));
        assertThat(Target.of(objects, 64, 32)).containsExactly(new Target(1, 3, 0.25f, 0.25f, 0.25f, 0.25f));
    }
}
