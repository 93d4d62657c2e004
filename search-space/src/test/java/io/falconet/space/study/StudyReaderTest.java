package io.falconet.space.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.problem.Problem;
import io.falconet.space.search.ToySpace;
import io.falconet.space.space.SearchSpaces;
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
    private static final String STUDY =
            """
            name: pcb
            space: toy
            choices: {width1: [8, 16]}
            data:
              train: train.json
              validation: val.json
              images: images
            objectives: [map50-95, latency, parameters]
            limits: {parameters: 2.5M, macs: 600M}
            strategy: {name: nsga2, population: 12}
            trials: 30
            fidelity: {epochs: 8, images: all, batch: 16}
            seed: 1
            device: {name: local, threads: 1}
            slots: 2
            lag: 8
            """;

    private final StudyReader reader = new StudyReader(Map.of("toy", new ToySpace()));

    @TempDir
    Path folder;

    @BeforeEach
    void putData() throws IOException {
        Files.createFile(folder.resolve("train.json"));
        Files.createFile(folder.resolve("val.json"));
        Files.createDirectory(folder.resolve("images"));
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
    void readsRecipes() throws StudyException {
        assertThat(trained("recipe: nanodet-plus")).isEqualTo(RecipeSpec.named("nanodet-plus"));
        assertThat(trained("recipe: {name: short, rate: 1e-2, copies: 3}"))
                .isEqualTo(RecipeSpec.parse("short:rate=0.01,copies=3"));
    }

    @Test
    void rungsOfOneTrainingArePlannedForItsEnd() throws StudyException {
        assertThat(rungs("rungs: [2, 4]"))
                .isEqualTo(new Rungs(List.of(new Fidelity(2, 0, 16, 8, 1), new Fidelity(4, 0, 16, 8, 1)), 3));
        assertThat(
                        rungs(
                                "rungs: [{epochs: 2, images: 200, pixels: 0.5}, {epochs: 4, images: 200, pixels: 0.5}, 4]\npromote: 2"))
                .as("two trainings, each with an end of its own")
                .isEqualTo(new Rungs(
                        List.of(
                                new Fidelity(2, 200, 16, 4, 0.5),
                                new Fidelity(4, 200, 16, 4, 0.5),
                                new Fidelity(4, 0, 16, 8, 1)),
                        2));
        assertThat(rungs("rungs: [{pixels: 0.5}]")).isEqualTo(new Rungs(List.of(new Fidelity(8, 0, 16, 8, 0.5)), 3));
    }

    @Test
    void withoutRungsAllIsTrainedInFull() throws StudyException {
        StudySpec study = reader.read(STUDY, folder);
        assertThat(study.rungs()).isEqualTo(Rungs.NONE);
        assertThat(study.fidelities()).containsExactly(study.fidelity());
        assertThat(new StudyWriter().write(study)).doesNotContain("rungs", "promote");
    }

    private Rungs rungs(String lines) throws StudyException {
        StudySpec study = reader.read(STUDY + lines + "\n", folder);
        assertThat(reader.readStored(new StudyWriter().write(study))).isEqualTo(study);
        assertThat(study.fidelities()).endsWith(study.fidelity());
        return study.rungs();
    }

    @Test
    void rungsThatAreNoCheaperAreReportedWhereTheyStand() {
        String order = "A rung needs more epochs, images or pixels than the one below it and fewer of none, found ";
        String remedy = ". Maybe the cheapest first, such as rungs: [2, 4] where fidelity has 8 epochs.";
        assertThat(problems(STUDY + "rungs:\n- 4\n- 2\n- 8\n"))
                .containsExactly(
                        "line 19: " + order + "2 epochs above 4 epochs" + remedy,
                        "line 20: " + order + "8 epochs above 8 epochs" + remedy);
        assertThat(problems(STUDY + "rungs: [{epochs: 2, pixels: 0.5}, {epochs: 4, images: 200}]\n"))
                .containsExactly("line 17: " + order + "4 epochs of 200 images above 2 epochs at pixels 0.5" + remedy);
        assertThat(problems(STUDY.replace("epochs: 8", "epochs: eight") + "rungs: [2]\n"))
                .as("one mistake, one problem")
                .hasSize(1);
    }

    /** What is added to a good study after its last line, and what that is answered with. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    promote: 3                     | there are no rungs. Maybe add rungs: [2, 4].
                    rungs: 2                       | rungs needs a list with at least one entry, found 2. Maybe rungs: [2].
                    rungs: [0]                     | rungs needs a whole number from 1 on, or keys such as {epochs: 2, images: 200, pixels: 0.5}, found 0.
                    rungs: [{epochs: 0}]           | epochs needs a whole number from 1 on, found 0.
                    rungs: [{epochs: 2, pixels: 2}] | pixels is a part of the side of an architecture's images, over 0 up to 1, found 2.0. Maybe 0.5
                    rungs: [{epochs: 2, batch: 8}] | rungs.batch is no key of a study.
                    """)
    void answersEachMistakeInRungsWithARemedy(String line, String answer) {
        assertThat(problems(STUDY + line + "\n")).anySatisfy(problem -> assertThat(problem)
                .startsWith("line 17: ")
                .contains(answer)
                .contains("Maybe"));
    }

    @Test
    void oneOfOneCannotBePromoted() {
        assertThat(problems(STUDY + "rungs: [2]\npromote: 1\n"))
                .containsExactly("line 18: promote needs a whole number from 2 on, found 1. Maybe 2.");
    }

    private RecipeSpec trained(String line) throws StudyException {
        return reader.read(STUDY + line + "\n", folder).recipe();
    }

    @Test
    void reportsAllThatIsWrongWithARecipe() {
        assertThat(problems(reader, STUDY + "recipe: {name: shrt, rate: fast, copies: 2.5, mosiac: 1}\n"))
                .extracting(problem -> problem.substring(problem.indexOf(' ', 5) + 1))
                .containsExactlyInAnyOrder(
                        "There is no recipe named shrt; known: short, nanodet-m, nanodet-plus, yolov5, yolov5-accumulated. Maybe short is meant.",
                        "recipe.rate needs a number, found fast. Maybe digits alone, such as 0.5.",
                        "copies needs a whole number from 0 to 100, found 2.5. Maybe remove it, which keeps the recipe's own.",
                        "recipe.mosiac is no key of a study. Maybe mosaic is meant.");
    }

    @Test
    void resolvesPathsAgainstTheFilesFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("study.yaml"), STUDY);
        assertThat(reader.read(file).data().train())
                .isEqualTo(folder.resolve("train.json").toAbsolutePath().toString());
    }

    @Test
    void readsSeeds() throws StudyException {
        assertThat(new StudyReader()
                        .read(seeded("[nanodet-m, nanodet-m-0.5x]"), folder)
                        .seeds())
                .containsExactly("nanodet-m", "nanodet-m-0.5x");
    }

    @Test
    void readsSeedsThatAreArchitectures() throws StudyException {
        String text =
                SearchSpaces.named("small-objects").seeds().get("nanodet-m").text();
        StudySpec study = new StudyReader().read(seeded("[nanodet-m-0.5x, \"" + text + "\"]"), folder);

        assertThat(study.seeds()).containsExactly("nanodet-m-0.5x", text);
        assertThat(new StudyReader().readStored(new StudyWriter().write(study))).isEqualTo(study);
        assertThat(problems(new StudyReader(), seeded("[\"zoo:model=nanodet-m,input=320\"]")))
                .singleElement()
                .asString()
                .startsWith("line 3: zoo:model=nanodet-m,input=320 is no architecture of small-objects")
                .endsWith("Maybe it is of another space, or choices leaves out what it takes.");
    }

    @Test
    void reportsAllThatIsWrongWithSeeds() {
        assertThat(problems(new StudyReader(), seeded("[nanodet-n, nanodet-m, nanodet-m]")))
                .containsExactly(
                        "line 3: The space small-objects has no seed nanodet-n; it has nanodet-m-0.5x, nanodet-m. Maybe nanodet-m is meant.",
                        "line 3: The seed nanodet-m stands there twice. Maybe remove one of the two.");
        assertThat(problems(
                        new StudyReader(),
                        seeded("[nanodet-m-0.5x, nanodet-m]\nchoices: {neck: [slim]}")
                                .replace("2.5M", "200K")
                                .replace("trials: 30", "trials: 1")))
                .containsExactly(
                        "line 3: The seed nanodet-m-0.5x needs neck at pan, but choices.neck leaves slim. Maybe add pan there, or leave the seed out.",
                        "line 3: The seed nanodet-m needs neck at pan, but choices.neck leaves slim. Maybe add pan there, or leave the seed out.",
                        "line 3: Each seed is a trial, so seeds needs at most 1 names, found 2. Maybe trials: 2, or more.");
        assertThat(problems(
                        new StudyReader(), seeded("[nanodet-m-0.5x, nanodet-m]").replace("2.5M", "800K")))
                .containsExactly(
                        "line 3: The seed nanodet-m has at least 927,047 parameters, the limit is 800,000. Maybe raise the limit, or leave the seed out.");
        assertThat(problems(STUDY.replace("seed: 1", "seed: 1\nseeds: [nanodet-m]")))
                .containsExactly("line 14: The space toy has no seeds, found nanodet-m. Maybe remove seeds.");
    }

    @Test
    void aStrategysNameAloneIsEnough() throws StudyException {
        assertThat(reader.read(STUDY.replace("{name: nsga2, population: 12}", "evolution"), folder)
                        .strategy())
                .isEqualTo(new StrategySpec("evolution", 50));
    }

    private static String seeded(String seeds) {
        return STUDY.replace("space: toy", "space: small-objects")
                .replace("choices: {width1: [8, 16]}", "seeds: " + seeds);
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
        return problems(reader, yaml);
    }

    private List<String> problems(StudyReader by, String yaml) {
        return catchThrowableOfType(StudyException.class, () -> by.read(yaml, folder)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
