package io.falconet.space.study;

import static io.falconet.space.study.StudyText.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.search.ToySpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study file says of how candidates are trained: recipe and rungs. */
class StudyTrainingTest {
    private final StudyReader reader = new StudyReader(Map.of("toy", new ToySpace()));

    @TempDir
    Path folder;

    @BeforeEach
    void putData() throws IOException {
        StudyText.putData(folder);
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
        assertThat(problems(STUDY + "recipe: {name: shrt, rate: fast, copies: 2.5, mosiac: 1}\n"))
                .extracting(problem -> problem.substring(problem.indexOf(' ', 5) + 1))
                .containsExactlyInAnyOrder(
                        "There is no recipe named shrt; known: short, nanodet-m, nanodet-plus, yolov5, yolov5-accumulated. Maybe short is meant.",
                        "recipe.rate needs a number, found fast. Maybe digits alone, such as 0.5.",
                        "copies needs a whole number from 0 to 100, found 2.5. Maybe remove it, which keeps the recipe's own.",
                        "recipe.mosiac is no key of a study. Maybe mosaic is meant.");
    }

    private List<String> problems(String yaml) {
        return StudyText.problems(reader, yaml, folder);
    }
}
