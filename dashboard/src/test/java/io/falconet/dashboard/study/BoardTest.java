package io.falconet.dashboard.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.dashboard.StudyFixture;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.Objective;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudyWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        assertThat(board.front()).isNotEmpty().allSatisfy(kept -> assertThat(board.scored())
                .noneMatch(other -> beats(other, kept)));
    }

    @Test
    void failuresAreTrialsWithoutFigures() {
        assertThat(board.trials()).hasSize(StudyFixture.TRIALS);
        assertThat(board.scored()).hasSize(StudyFixture.TRIALS - 2);
        assertThat(board.frontNumbers()).doesNotContain(11, 17);
    }

    @Test
    void theFrontNeverShrinks() {
        List<Growth> growth = Growth.of(board);
        assertThat(growth).hasSameSizeAs(board.scored());
        assertThat(growth).extracting(Growth::hypervolume).isSorted();
        assertThat(growth.get(growth.size() - 1).hypervolume()).isBetween(0.0, 1.0);
    }

    @Test
    void theChartHasAPointATrialAndMarksTheFront() {
        JsonNode option = new FrontChart(board, Objective.LATENCY, Objective.MAP50_95).option();
        assertThat(keys(option, "Pareto front")).isEqualTo(new TreeSet<>(board.frontNumbers()));
        assertThat(keys(option, "dominated"))
                .hasSize(board.scored().size() - board.front().size());
    }

    @Test
    void whoIsMeasuredOverALimitIsShownAndIsNotOnTheFront() {
        double limit = board.scored().stream()
                .mapToDouble(each -> each.value(Objective.LATENCY))
                .average()
                .orElseThrow();
        StudyRecord study = new StudyFixture(db, "limited", Instant.parse("2026-01-02T00:00:00Z"))
                .within(limit)
                .finished();
        Board limited = Board.read(db, study);
        JsonNode option = new FrontChart(limited, Objective.LATENCY, Objective.MAP50_95).option();

        assertThat(limited.scored()).hasSameSizeAs(board.scored());
        assertThat(limited.front()).isNotEmpty().allMatch(each -> each.value(Objective.LATENCY) <= limit);
        assertThat(board.front()).anyMatch(each -> each.value(Objective.LATENCY) > limit);
        assertThat(limited.best(Objective.MAP50_95).orElseThrow().value(Objective.LATENCY))
                .isLessThanOrEqualTo(limit);
        assertThat(keys(option, "over a limit")).isNotEmpty().allSatisfy(number -> assertThat(limited.scored())
                .anyMatch(each -> each.trial().number() == number && each.value(Objective.LATENCY) > limit));
        assertThat(option.toString()).contains("not allowed").contains("the limit is");
        assertThat(Growth.of(limited)).extracting(Growth::hypervolume).isSorted();
    }

    @Test
    void whatWasNotTrainedInFullIsShownButNotRanked() throws StudyException {
        String longer = new StudyWriter()
                .write(board.spec().orElseThrow())
                .replaceFirst("fidelity: .*", "fidelity: {epochs: 16, images: all, batch: 16}\nrungs: [8]");
        Optional<StudySpec> spec = Optional.of(new StudyReader().readStored(longer));
        Board begun = new Board(board.study(), spec, board.trials(), board.scored(), List.of());
        assertThat(begun.ranked()).isEmpty();
        assertThat(begun.best(Objective.MAP50_95)).isEmpty();
        assertThat(Growth.of(begun)).extracting(Growth::hypervolume).containsOnly(0.0);
        JsonNode option = new FrontChart(begun, Objective.LATENCY, Objective.MAP50_95).option();
        assertThat(keys(option, "trained in part")).hasSameSizeAs(board.scored());
        assertThat(keys(option, "dominated")).isEmpty();
        assertThat(option.toString()).contains("8 epochs");
    }

    @Test
    void aScoreThatIsOptimisedHasAnAxisAndAColumn() throws IOException {
        StudyRecord study = new StudyFixture(db, "scored", Instant.parse("2026-01-03T00:00:00Z"))
                .scored()
                .finished();
        Board scored = Board.read(db, study);
        JsonNode option = new FrontChart(scored, Objective.SYNFLOW, Objective.MAP50_95).option();

        assertThat(scored.told()).contains(Objective.SYNFLOW, Objective.MACS).doesNotContain(Objective.NASWOT);
        assertThat(board.told()).doesNotContain(Objective.SYNFLOW);
        assertThat(Board.scores(study)).containsExactly(Objective.SYNFLOW);
        assertThat(option.at("/xAxis/name").asText()).startsWith("synflow (ln)").contains("→ better");
        assertThat(keys(option, "Pareto front")).isEqualTo(new TreeSet<>(scored.frontNumbers()));
        assertThat(Growth.of(scored)).extracting(Growth::hypervolume).isSorted();
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
        assertThat(Growth.of(unread)).isEmpty();
        assertThat(new FrontChart(unread, Objective.LATENCY, Objective.MAP50_95)
                        .option()
                        .toString())
                .contains("No trial has both figures yet");
    }

    private byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrontArchive(db, board).write(out);
        return out.toByteArray();
    }

    private boolean beats(Scored one, Scored other) {
        double[] a = one.minimised(board.objectives());
        double[] b = other.minimised(board.objectives());
        boolean better = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
            better |= a[i] < b[i];
        }
        return better;
    }

    private static Set<Integer> keys(JsonNode option, String series) {
        Set<Integer> keys = new TreeSet<>();
        for (JsonNode each : option.get("series")) {
            if (each.get("name").asText().equals(series)) {
                each.get("data").forEach(point -> keys.add(point.get("key").asInt()));
            }
        }
        return keys;
    }
}
