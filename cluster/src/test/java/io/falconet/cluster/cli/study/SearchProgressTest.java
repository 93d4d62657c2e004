package io.falconet.cluster.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.Rungs;
import io.falconet.space.study.StudySpec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a search of three trials on two rungs and its final front. */
class SearchProgressTest {
    private static final Fidelity FULL = new Fidelity(8, 0, 16);
    private static final Rungs RUNGS = Rungs.below(FULL, List.of(new Fidelity(2, 0, 16)), 3);

    private final StringWriter told = new StringWriter();
    private Instant now = Instant.EPOCH;

    @Test
    void theBestIsThatOfTheHighestRungAndTheFinalFrontCounts() {
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(told), "");
        try (SearchProgress progress = new SearchProgress(console, new Ticking(), study(), 0, false)) {
            finish(progress, 0, RUNGS.below().get(0), 0.4);
            finish(progress, 1, RUNGS.below().get(0), 0.3);
            finish(progress, 2, FULL, 0.2);
            progress.extended(4);
            finish(progress, 3, FULL, 0.35);
        }
        assertThat(told.toString().lines())
                .containsExactly(
                        "1 of 3 trials, best mAP50-95 0.400 on rung 1 of 2, 2.0/min, about 1 min left",
                        "2 of 3 trials, best mAP50-95 0.400 on rung 1 of 2, 2.0/min, about 1 min left",
                        "3 of 3 trials, best mAP50-95 0.200, 2.0/min",
                        "4 of 4 trials, best mAP50-95 0.350, 2.0/min");
    }

    private void finish(SearchProgress progress, int number, Fidelity fidelity, double map) {
        now = now.plusSeconds(30);
        TrialRequest request = new TrialRequest(
                number, SearchSpaces.named("small-objects").seeds().get("nanodet-m"), "0", fidelity, 1);
        Provenance provenance = new Provenance(1, "1", "", fidelity, Map.of(), now, Duration.ZERO);
        progress.finished(
                request,
                new Evaluated(
                        new Complexity(1, 1, 1, 1),
                        new Accuracy(map, map, map, map, map, map),
                        Optional.empty(),
                        List.of(),
                        provenance));
    }

    private static StudySpec study() {
        return new StudySpec(
                "climb",
                "small-objects",
                Map.of(),
                List.of(),
                StudySpec.DataSpec.at("/data"),
                List.of(Objective.MAP50_95),
                Map.of(),
                StudySpec.StrategySpec.USUAL,
                3,
                RecipeSpec.USUAL,
                FULL,
                RUNGS,
                1,
                new StudySpec.DeviceSpec("local", 1),
                1,
                1);
    }

    private final class Ticking extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
