package io.falconet.cluster.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.driver.Studies;
import io.falconet.cluster.driver.StudyDriver;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.search.SearchListener;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said without training; SearchIT trains. */
class TrustCommandTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path folder;

    private static TinyStudy tiny;

    @BeforeAll
    static void someStudies() throws Exception {
        tiny = TinyStudy.in(folder);
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("store"))) {
            enter(db, StudyFiles.read(tiny.file("fresh", 9, 1)));
            enter(db, StudyFiles.read(tiny.file("begun", 4, 1)));
            enter(db, StudyFiles.read(tiny.file("running", 5, 1)));
            db.studies()
                    .ask(
                            db.studies().find("running").orElseThrow().id(),
                            StudyState.RUNNING,
                            Set.of(StudyState.FINISHED),
                            CLOCK.instant());
        }
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("longer"))) {
            StudySpec spec = StudyFiles.read(tiny.file("known", 9, 1));
            enter(db, spec);
            enter(
                    db,
                    new LongerStudy(spec, new Fidelity(20, 0, 4), 6, 1)
                            .of(networks(db, spec).sample(7)));
        }
    }

    private static RankedNetworks networks(ResultsDb db, StudySpec spec) {
        return RankedNetworks.of(db, db.studies().find(spec.name()).orElseThrow(), spec);
    }

    /** Larger networks are better, however long they are trained. */
    private static void enter(ResultsDb db, StudySpec spec) {
        new StudyDriver(db, CLOCK)
                .search(
                        new StudyRegister(db, CLOCK).enter(spec),
                        spec,
                        Studies.DATA,
                        Studies.DEVICE,
                        request -> CompletableFuture.completedStage(Studies.evaluation(request)),
                        new SearchListener() {});
    }

    @Test
    void whatIsNotKnownComesWithTheCommandThatFindsOut() {
        Typed typed = Typed.run("pareto", "fresh", tiny.store("store"));

        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .contains(
                        "mAP50-95",
                        "is not known: it is one of 1 epoch,",
                        "falconet trust fresh --epochs 4 --data-dir ");
        assertThat(Typed.run("pareto", "fresh", "--trust", "--format=json", tiny.store("store"))
                        .out()
                        .strip())
                .isEqualTo("[ ]");
    }

    @Test
    void longerTrainingsOfTheStoreCountForTheStudy() throws Exception {
        Typed typed = Typed.run("pareto", "known", tiny.store("longer"));
        assertThat(typed.out())
                .contains("mAP50-95 by what is cheap beside 20 epochs, 7 of 9 networks")
                .contains("the one that is better after 1 epoch is better after 20 epochs too in about 100 % of all");
        JsonNode rows = new ObjectMapper()
                .readTree(Typed.run("pareto", "known", "--trust", "--format=json", tiny.store("longer"))
                        .out());
        assertThat(rows.findValuesAsText("proxy")).containsExactly("epochs=1,images=all,batch=4", "parameters", "MACs");
        assertThat(rows.findValuesAsText("networks")).containsOnly("7");
        assertThat(rows.at("/0/spearman").doubleValue()).isEqualTo(1);
        assertThat(rows.at("/0/spearman_low").doubleValue()).isBetween(0.5, 0.9);
        assertThat(Typed.run("pareto", "known", "--trust", "--format=csv", tiny.store("longer"))
                        .out())
                .startsWith("proxy,reference,objective,networks,spearman,spearman_low,spearman_high,kendall,");
    }

    @Test
    void frontsOfProgramsStayAsTheyWere() throws Exception {
        assertThat(new ObjectMapper()
                        .readTree(Typed.run("pareto", "known", "--format=json", tiny.store("longer"))
                                .out())
                        .findValuesAsText("trial"))
                .isNotEmpty();
    }

    @Test
    void theSameOptionsComeBackToTheSameStudyAndALargerSampleHoldsTheSmallerOne() throws Exception {
        StudySpec spec = StudyFiles.read(tiny.file("fresh", 9, 1));
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("store"))) {
            List<TrialRecord> seven = networks(db, spec).sample(7);
            LongerStudy longer = new LongerStudy(spec, new Fidelity(20, 0, 4), 6, 1);
            assertThat(longer.of(seven)).isEqualTo(longer.of(networks(db, spec).sample(7)));
            assertThat(longer.of(seven).name()).matches("fresh-trust-20e-[0-9a-f]{6}");
            assertThat(longer.of(networks(db, spec).sample(5)).name())
                    .isNotEqualTo(longer.of(seven).name());
            assertThat(longer.of(seven).seeds())
                    .startsWith(longer.of(networks(db, spec).sample(5)).seeds().toArray(String[]::new));
            assertThat(networks(db, spec).sample(99)).hasSize(9);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope --epochs=9 | A study of the store was expected, found \"nope\"",
                "fresh --epochs=1 | More epochs than those of study fresh, 1, were expected, found --epochs 1",
                "fresh --epochs=9 --sample=10 | A sample of 5 to 9 networks was expected",
                "fresh --epochs=9 --sample=4 | found --sample 4",
                "fresh --epochs=9 --slots=0 | At least 1 slot",
                "begun --epochs=9 | At least 5 networks that begun trained in full were expected, found 4",
                "running --epochs=9 | A study that has ended was expected, found running running",
                "fresh --epochs=9 | were expected, found other ones"
            })
    void wrongRequestsAreToldWithARemedy(String line, String problem) {
        Typed typed = Typed.run(("trust " + line + " " + tiny.store("store")).split(" "));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(problem, "Maybe").doesNotContain("\tat ");
    }
}
