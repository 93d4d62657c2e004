package io.falconet.space.study;

import static io.falconet.space.study.StudyText.STUDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.problem.Problem;
import io.falconet.space.search.ToySpace;
import io.falconet.space.study.StudySpec.DataSpec;
import io.falconet.space.study.StudySpec.DeviceSpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyReaderTest {
    private final StudyReader reader = new StudyReader(Map.of("toy", new ToySpace()));

    @TempDir
    Path folder;

    @BeforeEach
    void putData() throws IOException {
        StudyText.putData(folder);
    }

    @Test
    void oneFolderMayHoldAllData() throws StudyException {
        String study = STUDY.replaceFirst("(?s)data:.*?objectives", "data: {path: images}\nobjectives");
        StudySpec spec = reader.read(study, folder);
        assertThat(spec.data()).isEqualTo(DataSpec.at(folder.resolve("images").toString()));
        assertThat(new StudyReader().readStored(new StudyWriter().write(spec))).isEqualTo(spec);
    }

    @Test
    void oneFolderAndSingleFilesDoNotGoTogether() {
        String study =
                STUDY.replaceFirst("(?s)data:.*?objectives", "data:\n  path: nowhere\n  images: images\nobjectives");
        assertThatThrownBy(() -> reader.read(study, folder))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("data.path needs a folder or file, found none")
                .hasMessageContaining("data.images stands beside data.path");
    }

    @Test
    void readsEverything() throws StudyException {
        assertThat(reader.read(STUDY, folder))
                .isEqualTo(new StudySpec(
                        "pcb",
                        "toy",
                        Map.of("width1", List.of("8", "16")),
                        List.of(),
                        new DataSpec(
                                folder.resolve("train.json").toString(),
                                folder.resolve("val.json").toString(),
                                folder.resolve("images").toString()),
                        List.of(Objective.MAP50_95, Objective.LATENCY, Objective.PARAMETERS),
                        Map.of(Objective.PARAMETERS, 2.5e6, Objective.MACS, 6e8),
                        new StrategySpec("nsga2", 12),
                        30,
                        RecipeSpec.USUAL,
                        new Fidelity(8, 0, 16),
                        Rungs.NONE,
                        1,
                        new DeviceSpec("local", 1),
                        2,
                        8));
    }

    @Test
    void fillsInWhatMayBeLeftOut() throws StudyException {
        StudySpec study = reader.read(
                STUDY.lines()
                        .filter(line -> !line.matches("(choices|limits|strategy|device|slots|lag):.*"))
                        .reduce("", (all, line) -> all + line + "\n"),
                folder);
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(study.choices()).isEmpty();
        assertThat(study.limits()).isEmpty();
        assertThat(study.strategy()).isEqualTo(new StrategySpec("surrogate", 12));
        assertThat(study.device()).isEqualTo(new DeviceSpec("local", 1));
        assertThat(study.slots()).isEqualTo(cores);
        assertThat(study.lag()).isEqualTo(4 * cores);
    }

    @Test
    void readsALimitOnLatencyInMilliseconds() throws StudyException {
        StudySpec study = reader.read(STUDY.replace("macs: 600M", "latency: 4.5"), folder);

        assertThat(study.limits()).isEqualTo(Map.of(Objective.PARAMETERS, 2.5e6, Objective.LATENCY, 4.5));
        assertThat(new StudyReader().readStored(new StudyWriter().write(study))).isEqualTo(study);
    }

    @Test
    void readsScoresWithoutTraining() throws StudyException {
        StudySpec study = reader.read(
                STUDY.replace("latency, parameters]", "synflow]")
                                .replace(
                                        "{name: nsga2, population: 12}",
                                        "{name: surrogate, scores: [grad-norm, synflow]}")
                        + "floors: {jacov: -40.5, naswot: 200}\n",
                folder);

        assertThat(study.objectives()).containsExactly(Objective.MAP50_95, Objective.SYNFLOW);
        assertThat(study.limits())
                .isEqualTo(Map.of(
                        Objective.PARAMETERS,
                        2.5e6,
                        Objective.MACS,
                        6e8,
                        Objective.JACOV,
                        -40.5,
                        Objective.NASWOT,
                        200.0));
        assertThat(study.strategy())
                .isEqualTo(new StrategySpec("surrogate", 12, List.of(Objective.GRAD_NORM, Objective.SYNFLOW)));
        assertThat(study.scoresBeforehand())
                .containsExactly(Objective.SYNFLOW, Objective.NASWOT, Objective.JACOV, Objective.GRAD_NORM);
        assertThat(study.scoresOptimised()).containsExactly(Objective.SYNFLOW);
        assertThat(new StudyReader().readStored(new StudyWriter().write(study))).isEqualTo(study);
    }

    @Test
    void readsDevices() throws StudyException {
        assertThat(timed("raspberry")).isEqualTo(new DeviceSpec("raspberry", 1));
        assertThat(timed("{name: raspberry, threads: 4}")).isEqualTo(new DeviceSpec("raspberry", 4));
        assertThat(timed("{threads: 2}")).isEqualTo(new DeviceSpec("local", 2));
    }

    private DeviceSpec timed(String device) throws StudyException {
        StudySpec study = reader.read(STUDY.replace("{name: local, threads: 1}", device), folder);
        assertThat(reader.readStored(new StudyWriter().write(study))).isEqualTo(study);
        return study.device();
    }

    @Test
    void resolvesPathsAgainstTheFilesFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("study.yaml"), STUDY);
        assertThat(reader.read(file).data().train())
                .isEqualTo(folder.resolve("train.json").toAbsolutePath().toString());
    }

    @Test
    void aStrategysNameAloneIsEnough() throws StudyException {
        assertThat(reader.read(STUDY.replace("{name: nsga2, population: 12}", "evolution"), folder)
                        .strategy())
                .isEqualTo(new StrategySpec("evolution", 50));
    }

    @Test
    void reportsAllProblemsAtOnceByLine() {
        assertThat(problems(STUDY.replace("trials", "trails")
                        .replace("nsga2", "nsga3")
                        .replace("val.json", "vall.json")
                        .replace("map50-95", "map50-59")
                        .replace("seed: 1", "seed: one")
                        .replace("lag: 8", "lag: 1")
                        .replace("[8, 16]", "[8, 17]")))
                .containsExactly(
                        "line 1: trials is missing. Maybe add trials: 30",
                        "line 3: choices.width1 has no option 17; it has 8, 16, 24, 32, 48, 64. Maybe 16 is meant.",
                        "line 6: data.validation needs a file, found none at " + folder.resolve("vall.json")
                                + ". Maybe val.json is meant.",
                        "line 8: There is no objective named map50-59; known: map50-95, map50, map-small, latency, parameters, macs, synflow, naswot, jacov, grad-norm. Maybe map50-95 is meant.",
                        "line 10: There is no strategy named nsga3; known: surrogate, nsga2, evolution, random. Maybe nsga2 is meant.",
                        "line 11: trails is no key of a study. Maybe trials is meant.",
                        "line 13: seed needs a whole number, found one. Maybe digits alone, such as 1.",
                        "line 16: lag needs to be at least slots, 2, to keep all of them busy, found 1. Maybe 8, four times slots.");
    }

    /** What is changed in a good study, and what that is answered with. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name: pcb                | name: my pcb!            | 1  | found "my pcb!". Maybe my-pcb.
                    space: toy               | space: tyo               | 2  | There is no space named tyo; known: toy. Maybe toy is meant.
                    width1: [8, 16]          | widht1: [8]              | 3  | The space toy has no choice widht1
                    width1: [8, 16]          | width1: []               | 3  | choices.width1 needs a list with at least one entry, found an empty list.
                    width1: [8, 16]          | width1: [8, 8]           | 3  | choices.width1 has the option 8 twice.
                    train: train.json        | train: images            | 5  | data.train needs a file, found something else
                    validation: val.json     | validation:              | 6  | data.validation needs a text, found nothing.
                    images: images           | image: images            | 7  | data.image is no key of a study. Maybe images is meant.
                    [map50-95, latency       | [map50-95, map50-95      | 8  | Objective map50-95 stands there twice.
                    [map50-95, latency       | [map50, map-small, macs, map50-95, latency | 8 | A study has at most 4 objectives, found 6.
                    objectives: [map50-95, latency, parameters] | objectives: latency | 8 | Maybe objectives: [latency].
                    macs: 600M               | macs: 600B               | 9  | limits.macs needs a positive number, maybe with K, M or G
                    macs: 600M               | macs: 0                  | 9  | limits.macs needs a positive number
                    macs: 600M               | naswot: 200              | 9  | limits says what is at most allowed, and of a score more is better, found naswot. Maybe floors: {naswot: …}, which says what is at least asked for.
                    limits: {parameters: 2.5M, macs: 600M} | floors: {macs: 1M} | 9 | floors says what is at least asked for, and of macs less is better. Maybe limits: {macs: …}, which says what is at most allowed.
                    limits: {parameters: 2.5M, macs: 600M} | floors: {map50: 1} | 9 | Floors hold before anything is trained, so they fit scores without training alone, found map50. Maybe make map50 an objective
                    limits: {parameters: 2.5M, macs: 600M} | floors: {synflw: 1} | 9 | floors.synflw is no key of a study. Maybe synflow is meant.
                    {name: nsga2, population: 12} | {name: nsga2, scores: [synflow]} | 10 | Scores are told to the strategy surrogate alone, found nsga2. Maybe floors or objectives name them.
                    {name: nsga2, population: 12} | {name: surrogate, scores: [macs]} | 10 | There is no score without training named macs; known: synflow, naswot, jacov, grad-norm.
                    macs: 600M               | latency: 5 ms            | 9  | limits.latency needs a number of milliseconds, found 5 ms. Maybe 5, without the unit.
                    macs: 600M               | latency: -1              | 9  | limits.latency needs a number greater than 0, found -1.
                    macs: 600M               | map50: 0.5               | 9  | Limits hold before anything is trained, so they fit parameters, macs and latency alone, found map50. Maybe make map50 an objective and choose on the front.
                    {name: nsga2, population: 12} | genetic             | 10 | There is no strategy named genetic; known: surrogate, nsga2, evolution, random.
                    population: 12           | population: 1            | 10 | strategy.population needs a whole number from 2 on, found 1. Maybe 2.
                    trials: 30               | trials: 0                | 11 | trials needs a whole number from 1 on, found 0. Maybe 1.
                    trials: 30               | trials: 3K               | 11 | trials needs a whole number from 1 on, found 3K. Maybe digits alone, such as 1.
                    epochs: 8                | epochs: "8"              | 12 | fidelity.epochs needs a whole number from 1 on, found the text "8". Maybe without the quotes.
                    images: all              | images: few              | 12 | fidelity.images needs a whole number from 1 on or all, found few.
                    seed: 1                  | seed: 99999999999999999999 | 13 | Maybe a number of fewer digits.
                    name: local              | name: "pi:7373"          | 14 | device.name needs the name of a registered device, or local for this machine, found pi:7373. Maybe register it: falconet device add raspberry --address pi:7373
                    {name: local, threads: 1} | my pi                  | 14 | device needs the name of a registered device, or local for this machine, found my pi. Maybe local; falconet device list
                    slots: 2                 | trials: 2                | 15 | trials stands there twice, first on line 11. Maybe remove one of the two.
                    slots: 2                 | slots: 9                 | 16 | lag needs to be at least slots, 9, to keep all of them busy, found 8. Maybe 36, four times slots.
                    """)
    void answersEachMistakeWithItsLineAndARemedy(String right, String wrong, int line, String answer) {
        assertThat(STUDY).contains(right);
        assertThat(problems(STUDY.replace(right, wrong))).anySatisfy(problem -> assertThat(problem)
                .startsWith("line " + line + ": ")
                .contains(answer)
                .contains("Maybe"));
    }

    @Test
    void tellsWhereYamlBreaks() {
        assertThat(problems("name: pcb\nspace: [toy\nseed: 1\n"))
                .singleElement()
                .asString()
                .startsWith("line 3: This cannot be read as yaml: while parsing a flow sequence");
        assertThat(problems(""))
                .singleElement()
                .asString()
                .startsWith("line 1: A study is keys with values, found nothing.");
        assertThat(problems("- a")).singleElement().asString().contains("found something else");
    }

    @Test
    void tellsThatThereIsNoFile() {
        StudyException none =
                catchThrowableOfType(StudyException.class, () -> reader.read(folder.resolve("none.yaml")));
        assertThat(none).hasMessageContaining("there is none. Maybe the path is misspelled.");
        assertThat(none.problems()).extracting(Problem::line).containsExactly(0);
        assertThat(catchThrowableOfType(StudyException.class, () -> reader.read(folder)))
                .hasMessageContaining("cannot be read as text");
    }

    @Test
    void whatIsStoredNeedsNoData() throws Exception {
        StudySpec study = reader.read(STUDY, folder);
        Files.delete(folder.resolve("train.json"));
        assertThat(reader.readStored(new StudyWriter().write(study))).isEqualTo(study);
    }

    private List<String> problems(String yaml) {
        return StudyText.problems(reader, yaml, folder);
    }
}
