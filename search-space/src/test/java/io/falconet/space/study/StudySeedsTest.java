package io.falconet.space.study;

import static io.falconet.space.study.StudyText.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.search.ToySpace;
import io.falconet.space.space.SearchSpaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study file says of the detectors that are tried first. */
class StudySeedsTest {
    private final StudyReader reader = new StudyReader();

    @TempDir
    Path folder;

    @BeforeEach
    void putData() throws IOException {
        StudyText.putData(folder);
    }

    @Test
    void readsSeeds() throws StudyException {
        assertThat(reader.read(seeded("[nanodet-m, nanodet-m-0.5x]"), folder).seeds())
                .containsExactly("nanodet-m", "nanodet-m-0.5x");
    }

    @Test
    void readsSeedsThatAreArchitectures() throws StudyException {
        String text =
                SearchSpaces.named("small-objects").seeds().get("nanodet-m").text();
        StudySpec study = reader.read(seeded("[nanodet-m-0.5x, \"" + text + "\"]"), folder);

        assertThat(study.seeds()).containsExactly("nanodet-m-0.5x", text);
        assertThat(new StudyReader().readStored(new StudyWriter().write(study))).isEqualTo(study);
        assertThat(problems(seeded("[\"zoo:model=nanodet-m,input=320\"]")))
                .singleElement()
                .asString()
                .startsWith("line 3: zoo:model=nanodet-m,input=320 is no architecture of small-objects")
                .endsWith("Maybe it is of another space, or choices leaves out what it takes.");
    }

    @Test
    void reportsAllThatIsWrongWithSeeds() {
        assertThat(problems(seeded("[nanodet-n, nanodet-m, nanodet-m]")))
                .containsExactly(
                        "line 3: The space small-objects has no seed nanodet-n; it has nanodet-m-0.5x, nanodet-m. Maybe nanodet-m is meant.",
                        "line 3: The seed nanodet-m stands there twice. Maybe remove one of the two.");
        assertThat(problems(seeded("[nanodet-m-0.5x, nanodet-m]\nchoices: {neck: [slim]}")
                        .replace("2.5M", "200K")
                        .replace("trials: 30", "trials: 1")))
                .containsExactly(
                        "line 3: The seed nanodet-m-0.5x needs neck at pan, but choices.neck leaves slim. Maybe add pan there, or leave the seed out.",
                        "line 3: The seed nanodet-m needs neck at pan, but choices.neck leaves slim. Maybe add pan there, or leave the seed out.",
                        "line 3: Each seed is a trial, so seeds needs at most 1 names, found 2. Maybe trials: 2, or more.");
        assertThat(problems(seeded("[nanodet-m-0.5x, nanodet-m]").replace("2.5M", "800K")))
                .containsExactly(
                        "line 3: The seed nanodet-m has at least 927,047 parameters, the limit is 800,000. Maybe raise the limit, or leave the seed out.");
        StudyReader toys = new StudyReader(Map.of("toy", new ToySpace()));
        assertThat(StudyText.problems(toys, STUDY.replace("seed: 1", "seed: 1\nseeds: [nanodet-m]"), folder))
                .containsExactly("line 14: The space toy has no seeds, found nanodet-m. Maybe remove seeds.");
    }

    private static String seeded(String seeds) {
        return STUDY.replace("space: toy", "space: small-objects")
                .replace("choices: {width1: [8, 16]}", "seeds: " + seeds);
    }

    private List<String> problems(String yaml) {
        return StudyText.problems(reader, yaml, folder);
    }
}
