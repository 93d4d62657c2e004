package io.falconet.dashboard.study.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.dashboard.StudyFixture;
import io.falconet.dashboard.study.chart.FrontChart;
import io.falconet.dashboard.study.chart.TrialTip;
import io.falconet.dashboard.study.table.FrontArchive;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.HypervolumeHistory;
import io.falconet.space.search.ObjectiveSpace;
import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTest {
    private ResultsDb db;
    private Board board;

    @BeforeAll
    void store(@TempDir Path folder) {
        db = ResultsDb.openFolder(folder);
        StudyRecord study = new StudyFixture(db, "demo", Instant.parse("2026-01-01T00:00:00Z")).finished();
        board = Board.read(db, study);
    }

    @AfterAll
    void close() {
        db.close();
    }

    @Test
    void nothingBeatsATrialOnTheFront() {
        assertThat(board.objectives()).containsExactly(Objective.MAP50_95, Objective.LATENCY, Objective.PARAMETERS);
        assertThat(board.front()).isNotEmpty().allSatisfy(kept -> assertThat(scored(board))
                .noneMatch(other -> beats(other, kept)));
        assertThat(board.front())
                .isEqualTo(db.trials().front(board.study().id(), board.spec().orElseThrow()).stream()
                        .map(TrialRecord::number)
                        .toList());
    }

    @Test
    void failuresAreTrialsWithoutFigures() {
        assertThat(board.trials().count()).isEqualTo(StudyFixture.TRIALS);
        assertThat(scored(board)).hasSize(StudyFixture.TRIALS - 2);
        assertThat(board.front()).doesNotContain(11, 17);
    }

    @Test
    void theFrontNeverShrinks() {
        List<Growth.Step> growth = board.growth().hypervolume();
        assertThat(growth)
                .hasSize(board.growth().improvements())
                .extracting(Growth.Step::value)
                .isSorted();
        List<Outcome> outcomes = db.trials().list(board.study().id()).stream()
                .flatMap(trial -> trial.outcome().stream())
                .filter(Evaluated.class::isInstance)
                .toList();
        List<Double> whole = HypervolumeHistory.of(board.spec().orElseThrow(), outcomes);
        assertThat(growth.get(growth.size() - 1).value()).isEqualTo(whole.get(whole.size() - 1));
        assertThat(board.growth().best().get(Objective.MAP50_95))
                .extracting(Growth.Step::value)
                .isSorted()
                .last()
                .isEqualTo(board.trials()
                        .value(
                                Objective.MAP50_95,
                                board.best(Objective.MAP50_95).orElseThrow()));
    }

    @Test
    void theChartHasAPointATrialAndMarksTheFront() {
        JsonNode option = chart(board, Objective.LATENCY);
        assertThat(keys(option, "Pareto front")).isEqualTo(new TreeSet<>(board.front()));
        assertThat(keys(option, "dominated"))
                .hasSize(scored(board).size() - board.front().size());
    }

    @Test
    void whoIsMeasuredOverALimitIsShownAndIsNotOnTheFront() {
        double limit = scored(board).stream()
                .mapToDouble(number -> board.trials().value(Objective.LATENCY, number))
                .average()
                .orElseThrow();
        StudyRecord study = new StudyFixture(db, "limited", Instant.parse("2026-01-02T00:00:00Z"))
                .within(limit)
                .finished();
        Board limited = Board.read(db, study);
        JsonNode option = chart(limited, Objective.LATENCY);
        ToDoubleFunction<Integer> millis = number -> limited.trials().value(Objective.LATENCY, number);

        assertThat(scored(limited)).hasSameSizeAs(scored(board));
        assertThat(limited.front()).isNotEmpty().allMatch(number -> millis.applyAsDouble(number) <= limit);
        assertThat(board.front()).anyMatch(number -> board.trials().value(Objective.LATENCY, number) > limit);
        assertThat(millis.applyAsDouble(limited.best(Objective.MAP50_95).orElseThrow()))
                .isLessThanOrEqualTo(limit);
        assertThat(keys(option, "over a limit")).isNotEmpty().allMatch(number -> millis.applyAsDouble(number) > limit);
        int beyond = keys(option, "over a limit").iterator().next();
        assertThat(TrialTip.of(limited, db.trials().find(study.id(), beyond).orElseThrow())
                        .toString())
                .contains("not allowed", "the limit is", "Trial " + beyond);
        assertThat(limited.growth().hypervolume())
                .extracting(Growth.Step::value)
                .isSorted();
    }

    @Test
    void whatWasNotTrainedInFullIsShownButNotRanked() throws StudyException {
        String longer = new StudyWriter()
                .write(board.spec().orElseThrow())
                .replaceFirst("fidelity: .*", "fidelity: {epochs: 16, images: all, batch: 16}\nrungs: [8]");
        StudyRecord study =
                db.studies().create("begun", longer.replace("name: demo", "name: begun"), 30, Instant.EPOCH);
        StudyFixture.same(db, "demo", study.id());
        Board begun = Board.read(db, study);
        assertThat(begun.numbers().filter(begun::ranked)).isEmpty();
        assertThat(begun.best(Objective.MAP50_95)).isEmpty();
        assertThat(begun.front()).isEmpty();
        JsonNode option = chart(begun, Objective.LATENCY);
        assertThat(keys(option, "trained in part")).hasSameSizeAs(scored(board));
        assertThat(keys(option, "dominated")).isEmpty();
        assertThat(TrialTip.of(begun, db.trials().find(study.id(), 0).orElseThrow())
                        .toString())
                .contains("8 epochs");
    }

    @Test
    void aScoreThatIsOptimisedHasAnAxisAndAColumn() throws IOException {
        StudyRecord study = new StudyFixture(db, "scored", Instant.parse("2026-01-03T00:00:00Z"))
                .scored()
                .finished();
        Board scored = Board.read(db, study);
        JsonNode option = chart(scored, Objective.SYNFLOW);

        assertThat(scored.told()).contains(Objective.SYNFLOW, Objective.MACS).doesNotContain(Objective.NASWOT);
        assertThat(board.told()).doesNotContain(Objective.SYNFLOW);
        assertThat(option.at("/xAxis/name").asText()).startsWith("synflow (ln)").contains("→ better");
        assertThat(keys(option, "Pareto front")).isEqualTo(new TreeSet<>(scored.front()));
        assertThat(scored.growth().hypervolume()).extracting(Growth.Step::value).isSorted();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrontArchive(db, scored).write(out);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            zip.getNextEntry();
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith(
                            "trial,network,map50-95,map50,map-small,latency,parameters,macs,synflow,latency-low-ms");
        }
    }

    @Test
    void theSameFrontGivesTheSameArchive() throws IOException {
        assertThat(archive()).isEqualTo(archive());
    }

    @Test
    void aStudyThatCannotBeReadIsShownAllTheSame() {
        StudyRecord odd = db.studies().create("odd", "from: the future", 3, Instant.EPOCH);
        Board unread = Board.read(db, odd);
        assertThat(unread.spec()).isEmpty();
        assertThat(unread.objectives()).isNotEmpty();
        assertThat(unread.growth().hypervolume()).isEmpty();
        assertThat(chart(unread, Objective.LATENCY).toString()).contains("No trial has both figures yet");
    }

    private byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrontArchive(db, board).write(out);
        return out.toByteArray();
    }

    private static JsonNode chart(Board board, Objective x) {
        return new FrontChart(board, x, Objective.MAP50_95, Screen.USUAL).option();
    }

    private static List<Integer> scored(Board board) {
        return board.numbers().filter(board::evaluated).boxed().toList();
    }

    private boolean beats(int one, int other) {
        return ParetoFront.dominates(point(one), point(other));
    }

    private double[] point(int number) {
        return board.objectives().stream()
                .mapToDouble(objective ->
                        ObjectiveSpace.minimised(objective, board.trials().value(objective, number)))
                .toArray();
    }

    private static Set<Integer> keys(JsonNode option, String series) {
        Set<Integer> keys = new TreeSet<>();
        for (JsonNode each : option.get("series")) {
            if (each.get("name").asText().equals(series)) {
                each.get("data").forEach(point -> keys.add(point.get(2).asInt()));
            }
        }
        return keys;
    }
}
