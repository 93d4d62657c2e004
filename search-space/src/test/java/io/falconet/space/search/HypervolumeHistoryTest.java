package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.space.Architecture;
import io.falconet.space.study.StudySpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HypervolumeHistoryTest {
    private final Outcome failed = new Failed("It diverged.", "", ToyStudy.provenance());

    @Test
    void isTheShareOfTheBoxFromIdealToLimit() {
        StudySpec study = ToyStudy.of("random", 9, 1, 1, Map.of(Objective.PARAMETERS, 100_000.0));
        Outcome small = outcome(0, 0.3);
        Outcome large = outcome(2, 0.5);
        double smallSide = 1 - parameters(small) / 100_000;
        double largeSide = 1 - parameters(large) / 100_000;
        List<Double> history = HypervolumeHistory.of(study, List.of(failed, small, failed, large, outcome(3, 0.1)));
        assertThat(history).hasSize(5);
        assertThat(history.get(0)).isZero();
        assertThat(history.get(1)).isEqualTo(0.3 * smallSide, within(1e-12));
        assertThat(history.get(2)).isEqualTo(history.get(1));
        assertThat(history.get(3)).isEqualTo(0.3 * smallSide + 0.2 * largeSide, within(1e-12));
        assertThat(history.get(4)).isEqualTo(history.get(3));
    }

    @Test
    void withoutALimitTheWorstValueBoundsTheBox() {
        StudySpec study = ToyStudy.of("random", 9, 1, 1);
        Outcome large = outcome(3, 0.4);
        assertThat(HypervolumeHistory.of(study, List.of(large)).get(0)).isEqualTo(0.4 * (1 - 1 / 1.1), within(1e-12));
        assertThat(HypervolumeHistory.of(study, List.of(failed))).containsExactly(0.0);
        assertThat(HypervolumeHistory.of(study, List.of())).isEmpty();
    }

    @Test
    void whatIsTrainedInPartHasNoShare() {
        StudySpec study = ToyStudy.onRungs(ToyStudy.of("random", 9, 1, 1, Map.of(Objective.PARAMETERS, 100_000.0)));
        Architecture architecture = architecture(1);
        Outcome inPart =
                ToyStudy.evaluated(architecture, 0.9, study.fidelities().get(0));
        Outcome inFull = ToyStudy.evaluated(architecture, 0.3, study.fidelity());
        double side = 1 - parameters(inFull) / 100_000;
        assertThat(HypervolumeHistory.of(study, List.of(inPart, inFull, inPart)).get(0))
                .isZero();
        assertThat(HypervolumeHistory.of(study, List.of(inPart, inFull, inPart)).get(2))
                .isEqualTo(0.3 * side, within(1e-12));
    }

    @Test
    void outcomesWithoutAValueRankWorst() {
        ObjectiveSpace objectives = new ObjectiveSpace(List.of(Objective.MAP50_95, Objective.PARAMETERS));
        Outcome unscored = outcome(0, Double.NaN);
        Outcome scored = outcome(1, 0.2);
        assertThat(objectives.point(unscored)).isEmpty();
        assertThat(objectives.point(failed)).isEmpty();
        assertThat(objectives.point(scored))
                .hasValueSatisfying(point -> assertThat(point).containsExactly(-0.2, parameters(scored)));
        assertThat(objectives.front(List.of(unscored, scored, failed), it -> it))
                .containsExactly(scored);
        assertThat(new ObjectiveSpace(List.of(Objective.LATENCY)).point(scored))
                .as("no latency was measured")
                .isEmpty();
    }

    private static Outcome outcome(int width, double map) {
        return ToyStudy.evaluated(architecture(width), map);
    }

    private static Architecture architecture(int width) {
        int[] options = new int[12];
        options[5] = width;
        options[9] = width;
        return new ToySpace().architecture(options);
    }

    private static double parameters(Outcome outcome) {
        return Objective.PARAMETERS.value((Evaluated) outcome);
    }
}
