package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.study.StudySpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JointFrontTest {
    private final StudySpec study = ToyStudy.of("random", 9, 1, 1);
    private final Outcome failed = new Failed("It diverged.", "", ToyStudy.provenance());
    private final Outcome small = outcome(0, 0.3);
    private final Outcome large = outcome(2, 0.5);
    private final Outcome dominated = outcome(3, 0.1);

    @Test
    void measuresEachSearchByWhatAllFoundTogether() {
        JointFront front = new JointFront(study, List.of(List.of(failed, small), List.of(large, dominated)));
        // In units of the front's extent, with the reference a tenth beyond its worst: 0.1 wide, 1.1 high, and so on.
        double alone = 0.1 * 1.1;
        double all = 1.1 * 1.1 - 1;
        assertThat(front.share(List.of(small, failed, large))).isEqualTo(1, within(1e-12));
        assertThat(front.share(List.of(small))).isEqualTo(alone / all, within(1e-9));
        assertThat(front.share(List.of(large))).isEqualTo(alone / all, within(1e-9));
        assertThat(front.share(List.of(dominated, failed))).isZero();
        assertThat(front.share(List.of())).isZero();
    }

    @Test
    void aPoorOutlierChangesNothing() {
        JointFront without = new JointFront(study, List.of(List.of(small, large)));
        JointFront with = new JointFront(study, List.of(List.of(small, large), List.of(dominated)));
        assertThat(with.share(List.of(small))).isEqualTo(without.share(List.of(small)));
    }

    @Test
    void whatBreaksALimitHasNoShare() {
        StudySpec limited = ToyStudy.of("random", 9, 1, 1, Map.of(Objective.PARAMETERS, parameters(small) + 1));
        JointFront front = new JointFront(limited, List.of(List.of(small, large)));
        assertThat(front.share(List.of(small))).isEqualTo(1);
        assertThat(front.share(List.of(large))).isZero();
    }

    @Test
    void whereNothingWasFoundNothingHasAShare() {
        assertThat(new JointFront(study, List.of(List.of(failed))).share(List.of(failed)))
                .isZero();
    }

    private static Outcome outcome(int width, double map) {
        int[] options = new int[12];
        options[5] = width;
        options[9] = width;
        return ToyStudy.evaluated(new ToySpace().architecture(options), map);
    }

    private static double parameters(Outcome outcome) {
        return Objective.PARAMETERS.value((Evaluated) outcome);
    }
}
