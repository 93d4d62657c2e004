package io.falconet.results.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.Wanted;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.space.SearchSpaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for imports, whichever database gets them. */
abstract class ImportLaws extends OptunaLaws {
    @Test
    void anyCsvComesInWithOtherSeparatorsToo() throws Exception {
        Path file = csv(
                "\uFEFFmap50_95;parameters;width;note",
                "0.5;2500000;8;a",
                "0.25;1000000.0;;\"b\nc\"",
                ";1;2;",
                "nan;1;2;",
                "-Infinity;1;2;");
        Imported imported = take(file);
        assertThat(imported.best().keySet()).containsExactly(Objective.MAP50_95, Objective.PARAMETERS);
        assertThat(imported.incomplete()).isEqualTo(3);
        List<TrialRecord> trials = trials(imported.study());
        assertThat(given(trials.get(0))).isEqualTo(Map.of("width", "8", "note", "a"));
        assertThat(given(trials.get(1))).isEqualTo(Map.of("note", "b\nc"));
        assertThat(((Failed) outcome(trials.get(2))).cause()).isEqualTo("map50_95, which is map50-95, is empty");
        assertThat(((Failed) outcome(trials.get(4))).cause()).endsWith("is -Infinity");
        assertThat(front(imported.study())).containsExactly(0, 1);
        assertThat(wrong(db)).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnceAndNothingIsStored() throws Exception {
        Path file = csv(
                "number,value,datetime_start,datetime_complete,params_lr,state",
                "0,0.5,2026-03-01 10:00:00,2026-03-01 09:00:00,0.1,COMPLETE",
                "0,37.5,yesterday,,0.1,COMPLETE",
                "1,zero,,,0.1,COMPLETE",
                "2,0.5,,,0.1,COMPLET",
                "x,0.5,,,\"0,1\",COMPLETE",
                "4,0.5,,,0,1,COMPLETE");
        refuses(
                file,
                List.of("map50-95=value", "latncy=value"),
                "trials.csv has 9 problems:",
                "found \"latncy\". Maybe latency is meant.",
                "line 2: an end at or after the start, 2026-03-01 10:00:00, was expected, found 2026-03-01 09:00:00.",
                "line 3: another number than that of line 2 was expected, found 0 again.",
                "line 3: the time of its start was expected, found \"yesterday\".",
                "line 3: column value: map50-95 from 0 to 1 was expected, found 37.5. Maybe it is in percent, --objective map50-95=value/100",
                "line 4: column value: a number was expected, found \"zero\".",
                "line 5: a state was expected",
                "found \"COMPLET\". Maybe COMPLETE is meant.",
                "line 6: a number of the trial was expected, found \"x\".",
                "line 7: 6 cells were expected, as in the header, found 7.",
                "Nothing was imported.");
    }

    @Test
    void manyFaultsOfAKindAreCounted() throws Exception {
        Path file = csv(IntStream.range(0, 50)
                .mapToObj(i -> i == 0 ? "map50,x" : "oops,1")
                .toArray(String[]::new));
        refuses(file, List.of(), "line 2: column map50", "line 11: ", "and 39 more like these.");
    }

    @Test
    void aColumnThatIsNotThereIsToldWithItsNearest() throws Exception {
        Path file = csv("number,values_0,state", "0,0.5,COMPLETE");
        refuses(
                file,
                List.of("map50-95=vlues_0/100"),
                "found \"vlues_0/100\"; there are number, values_0, state.",
                "Maybe values_0 is meant.");
        refuses(
                file,
                List.of(),
                "objectives are map50-95",
                "columns number, values_0, state",
                "Maybe --objective map50-95=values_0.");
        refuses(csv("a,a,map50", "1,2,0.5"), List.of(), "found \"a\" twice");
        refuses(csv("map50"), List.of(), "A trial was expected at least, found none.");
        refuses(Files.writeString(folder.resolve("empty.csv"), ""), List.of(), "found nothing");
        refuses(csv("map50", "\"0.5"), List.of(), "A CSV was expected");
        refuses(
                Files.write(folder.resolve("latin.csv"), new byte[] {'m', 'a', 'p', '5', '0', '\n', (byte) 0xe4, '\n'}),
                List.of(),
                "Text in UTF-8 was expected");
    }

    @Test
    void falconetsOwnCsvKeepsItsArchitecturesAndAnswersNoSearch() throws Exception {
        String architecture =
                SearchSpaces.named("small-objects").draw(new Random(1)).text();
        String network = SearchSpaces.named("small-objects")
                .detector(SearchSpaces.named("small-objects").draw(new Random(1)), 2)
                .id();
        String row = "%d,0.5,0.75,,3.5,3.25,3.75,1000,5000,%s,\"%s\"";
        Path file = csv(
                "trial,map50_95,map50,map_small,latency_ms,latency_low_ms,latency_high_ms,parameters,macs,network,architecture",
                row.formatted(17, network, architecture),
                row.formatted(3, network, architecture));
        Imported imported = take(file);
        assertThat(imported.renumbered()).isTrue();
        assertThat(imported.networks()).isTrue();
        assertThat(imported.best().keySet())
                .containsExactly(Objective.MAP50_95, Objective.LATENCY, Objective.PARAMETERS);
        TrialRecord trial = trials(imported.study()).get(0);
        assertThat(trial.architecture()).isEqualTo(architecture);
        assertThat(trial.networkId()).isEqualTo(network);
        assertThat(db.trials().log(imported.study().id(), 0).orElseThrow()).contains("There it is trial 3");
        Evaluated outcome = (Evaluated) outcome(trial);
        assertThat(outcome.latency().orElseThrow().lowNanos()).isEqualTo(3_250_000);
        assertThat(wrong(db)).isEmpty();

        Provenance provenance = outcome.provenance();
        for (String recipe : List.of("", "short (1a2b3c4d)")) {
            // Even where it looked alike in all that a search compares.
            db.transactions().use(handle -> handle.createUpdate("UPDATE outcome SET versions = :versions")
                    .bind("versions", "{\"recipe\":\"%s\"}".formatted(recipe))
                    .execute());
            assertThat(db.trials()
                            .known(new Wanted(
                                    network,
                                    recipe,
                                    provenance.fidelity(),
                                    Optional.empty(),
                                    "",
                                    Optional.empty(),
                                    Optional.empty())))
                    .isEmpty();
        }
        assertThat(db.trials().trainings(imported.study().id())).isEmpty();
        assertThat(db.studies().claim(imported.study().id(), "a driver", Duration.ofSeconds(30), NOW))
                .isEmpty();
    }

    @Test
    void architecturesThatAreNoneAreRefused() throws Exception {
        String one = SearchSpaces.named("small-objects").draw(new Random(1)).text();
        String other = SearchSpaces.named("catalog").draw(new Random(1)).text();
        refuses(
                csv(
                        "map50,architecture",
                        "0.5,wide",
                        "0.5,small-object:a=1",
                        "0.5,\"" + one + "\"",
                        "0.5,\"" + other + "\"",
                        "0.5,small-objects:a=b"),
                List.of(),
                "line 2: column architecture: one as Falconet writes it was expected, found \"wide\"",
                "line 3: column architecture: one of a search space was expected",
                "Maybe small-objects is meant.",
                "line 5: column architecture: one of the same space as before, small-objects, was expected",
                "line 6: column architecture: one that space small-objects has was expected");
    }

    @Test
    void theSameFileASecondTimeIsRefused() throws Exception {
        Path file = csv("map50,x", "0.5,1");
        take(file);
        assertThatThrownBy(() -> take(file))
                .hasMessageContaining("found that study there was imported from the same one: trials.csv (sha256 ");
        Path other = csv("map50,x", "0.5,2");
        assertThatThrownBy(() -> take(other))
                .hasMessageContainingAll(
                        "A new study was expected, found there", "Maybe another name: --study there-2.");
        assertThat(db.studies().list()).hasSize(1);
        assertThat(trials(db.studies().list().get(0))).hasSize(1);
    }

    @Test
    void manyTrialsAreOneStudy() throws Exception {
        Path file = csv(IntStream.rangeClosed(0, 5000)
                .mapToObj(i -> i == 0
                        ? "number,map50,latency,width"
                        : "%d,%s,%s,%d".formatted(5000 - i, i / 5000.0, 1 + i % 97, i))
                .toArray(String[]::new));
        StudyRecord study = take(file).study();
        List<TrialRecord> trials = trials(study);
        assertThat(trials).hasSize(5000);
        assertThat(given(trials.get(0))).isEqualTo(Map.of("width", "5000"));
        assertThat(study.finished()).isEqualTo(5000);
        assertThat(wrong(db)).isEmpty();
    }
}
