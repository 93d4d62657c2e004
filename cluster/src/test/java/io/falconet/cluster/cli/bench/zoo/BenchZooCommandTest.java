package io.falconet.cluster.cli.bench.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.cli.study.Entrant;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.space.graph.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchZooCommandTest {
    @TempDir
    private Path folder;

    @Test
    void unknownDetectorsAreToldWithWhatIsMeant() throws IOException {
        Typed typed = bench("--models=nanodetm");

        assertThat(typed.code()).isEqualTo(ExitCode.REQUEST_WRONG);
        assertThat(typed.err()).contains("A detector of the zoo was expected", "Maybe nanodet-m");
    }

    @Test
    void classifiersAreNoDetectors() throws IOException {
        assertThat(bench("--models=dla34").err()).contains("A detector of the zoo was expected, found --models dla34");
    }

    @Test
    void imagesThatNobodyTrainsOnAreRefused() throws IOException {
        assertThat(bench("--input=100").err()).contains("square images", "found --input 100x100", "Maybe --input 320");
        assertThat(bench("--input=320x640").err()).contains("found --input 320x640");
    }

    @Test
    void numbersThatAreNoneAreRefused() throws IOException {
        assertThat(bench("--max-parameters=many").err())
                .contains("a number over 0 was expected", "such as 10M, found \"many\"");
        assertThat(bench("--batch-sizes=0").err()).contains("At least 1 thread, slot and image");
        assertThat(bench("--weights=nowhere").err()).contains("A folder of trained detectors was expected");
    }

    @Test
    void aSearchThatIsNotThereIsMissed() throws IOException {
        Typed typed = bench("--models=nanodet-m", "--study=boards");

        assertThat(typed.code()).isEqualTo(ExitCode.REQUEST_WRONG);
        assertThat(typed.err()).contains("A study of the store was expected, found \"boards\"");
    }

    @Test
    void theFieldHoldsEveryDetectorOfThatSizeOnce() {
        ZooField field = new ZooField(Shape.image(160, 160), 3);
        field.addAll(3e6);

        List<Entrant> entrants = field.entrants();
        assertThat(entrants)
                .extracting(entrant -> entrant.contender().networkId())
                .doesNotHaveDuplicates();
        assertThat(entrants).extracting(entrant -> entrant.contender().name()).contains("yolov5n", "nanodet-plus-m");
        assertThat(entrants)
                .allMatch(entrant -> entrant.contender().complexity().parametersExecuted() <= 3e6)
                .allMatch(entrant ->
                        entrant.seed().isPresent() != entrant.untrained().isPresent());
        assertThat(entrants)
                .isSortedAccordingTo((a, b) -> Long.compare(
                        a.contender().complexity().macs(),
                        b.contender().complexity().macs()));
        assertThat(field.notes()).anyMatch(note -> note.contains("yolov5x") && note.contains("--max-parameters"));
    }

    @Test
    void whatIsTheSameNetworkTakesPartOnce() {
        ZooField field = new ZooField(Shape.image(160, 160), 3);
        field.add(List.of("nanodet-m", "nanodet-m-320"));

        assertThat(field.entrants()).hasSize(1);
    }

    private Typed bench(String... options) throws IOException {
        Path data = folder.resolve("data");
        new SyntheticDataset(2, 2, 7).write(data, done -> {});
        String[] words = new String[options.length + 5];
        words[0] = "bench";
        words[1] = "zoo";
        words[2] = "--data=" + data;
        words[3] = "--data-dir=" + folder.resolve("store");
        words[4] = "--out=" + folder.resolve("out");
        System.arraycopy(options, 0, words, 5, options.length);
        return Typed.run(words);
    }
}
