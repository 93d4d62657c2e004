package io.falconet.evaluator.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFormatTest {
    private final ConfigurationFormat format = new ConfigurationFormat();
    private final Architecture architecture = Architecture.parse("zoo:model=nanodet-m,input=320");
    private final Detector detector = SearchSpaces.named("zoo").detector(architecture, 2);
    private final ModelDescription model =
            ModelDescription.of(architecture, detector, List.of("dog", "cat"), Normalisation.IMAGENET);

    @Test
    void whatIsWrittenReadsBackEqual() {
        Configuration bare = new Configuration(model);
        assertThat(format.read(format.write(bare), "bare")).isEqualTo(bare);
        Configuration whole = bare.with(measured(Optional.of(latency()))).with("model.onnx", new byte[] {1, 2, 3});
        assertThat(format.read(format.write(whole), "whole")).isEqualTo(whole);
        Configuration untimed = bare.with(measured(Optional.empty()));
        assertThat(format.read(format.write(untimed), "untimed")).isEqualTo(untimed);
        Configuration found = whole.named("boards-0012", Optional.of("boards:12"));
        assertThat(format.read(format.write(found), "found")).isEqualTo(found);
    }

    @Test
    void aFileOfAnEarlierReleaseTellsAWholeTraining() {
        Configuration whole = new Configuration(model).with(measured(Optional.empty()));
        String earlier = new String(format.write(whole), StandardCharsets.UTF_8)
                .replaceFirst(",\\s*\"schedule\" : \\d+,\\s*\"pixels\" : 1.0", "");
        assertThat(earlier).contains("epochs").doesNotContain("schedule", "pixels");
        assertThat(format.read(earlier.getBytes(StandardCharsets.UTF_8), "earlier"))
                .isEqualTo(whole);
    }

    @Test
    void describedArchitectureBuildsTheDescribedNetwork() {
        Configuration read = format.read(format.write(new Configuration(model)), "file");
        Architecture parsed = Architecture.parse(read.model().architecture());
        Detector built = SearchSpaces.named(parsed.space())
                .detector(parsed, read.model().classes().size());
        assertThat(built.network().id()).isEqualTo(read.model().networkId());
    }

    @Test
    void anchorsFoundInTheDataAreRestored() {
        Architecture yolo = Architecture.parse("zoo:model=yolov5n,input=128");
        Detector built = SearchSpaces.named("zoo").detector(yolo, 2);
        AnchorFormat found = AnchorFormat.yolov5(
                2, List.of(8, 16, 32), List.of(List.of(3, 4, 5, 6), List.of(7.5, 8, 9, 9), List.of(10, 12, 20, 21)));
        Detector trained = new Detector(built.network(), found);
        Configuration written =
                new Configuration(ModelDescription.of(yolo, trained, List.of("dog", "cat"), Normalisation.IMAGENET));
        Configuration read = format.read(format.write(written), "file");
        assertThat(read).isEqualTo(written);
        assertThat(read.model().restore(built)).isEqualTo(trained);
        assertThat(model.restore(detector)).isEqualTo(detector);
        assertThatThrownBy(() -> model.restore(built)).hasMessageContaining("Network");
    }

    @Test
    void howImagesArePreparedIsRead() {
        for (Normalisation normalisation : List.of(Normalisation.IMAGENET, Normalisation.UNIT)) {
            Configuration written = new Configuration(
                    ModelDescription.of(architecture, detector, List.of("dog", "cat"), normalisation));
            assertThat(format.read(format.write(written), "file")
                            .model()
                            .input()
                            .prepared())
                    .isEqualTo(new NetworkInput(320, 320, normalisation));
        }
    }

    @Test
    void earlierReleasesPaddedWithTheMean() {
        String text = new String(format.write(new Configuration(model)), StandardCharsets.UTF_8);
        String earlier = text.replaceFirst(",\\s*\"padding\" : \\[[^]]*]", "");
        assertThat(earlier).hasSizeLessThan(text.length());
        assertThat(format.read(earlier.getBytes(StandardCharsets.UTF_8), "file").model())
                .isEqualTo(model);
    }

    @Test
    void whichBoxesAreToldIsRead() {
        ModelDescription read =
                format.read(format.write(new Configuration(model)), "file").model();
        assertThat(read.postprocessing()).contains(new Postprocessing(0.05f, 0.6, 100, false));
        assertThat(read.postprocessing().orElseThrow().rule())
                .isEqualTo(DetectorFamilies.of(detector).standard());
    }

    @Test
    void filesOfEarlierReleasesAreRead() {
        String text = new String(format.write(new Configuration(model)), StandardCharsets.UTF_8);
        String earlier = text.replaceFirst(",\\s*\"postprocessing\" : \\{[^}]*}", "");
        assertThat(earlier).hasSizeLessThan(text.length());
        Configuration read = format.read(earlier.getBytes(StandardCharsets.UTF_8), "file");
        assertThat(read.model().postprocessing()).isEmpty();
        assertThat(read.model().properties()).isEqualTo(model.properties());
        assertThat(read.name()).isEmpty();
        assertThat(new String(format.write(read), StandardCharsets.UTF_8)).isEqualTo(earlier);
    }

    @Test
    void outputsAreNamedByStride() {
        assertThat(model.outputs())
                .containsExactly(
                        new ModelDescription.Output("stride8", 8, 34, 40, 40),
                        new ModelDescription.Output("stride16", 16, 34, 20, 20),
                        new ModelDescription.Output("stride32", 32, 34, 10, 10));
    }

    @Test
    void filesCarryTheirDigest() {
        Configuration one = new Configuration(model).with("empty", new byte[0]);
        assertThat(one.files())
                .containsExactly(new Configuration.ExportedFile(
                        "empty", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0));
    }

    @Test
    void otherFilesAreRefusedWithARemedy() {
        for (String text :
                List.of("{}", "[1]", "{\"falconet\": 7, \"model\": {}}", "{\"falconet\": 1", "", "name: x")) {
            assertThatThrownBy(() -> format.read(text.getBytes(StandardCharsets.UTF_8), "x.json"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("x.json: expected a Falconet configuration")
                    .hasMessageContaining("Maybe");
        }
    }

    @Test
    void aFileThatWasChangedIsRefusedByItsDigest() {
        Configuration.ExportedFile file = Configuration.ExportedFile.of("model.onnx", new byte[] {1, 2});
        assertThatCode(() -> file.check(new byte[] {1, 2}, "best/model.onnx")).doesNotThrowAnyException();
        assertThatThrownBy(() -> file.check(new byte[] {1, 3}, "best/model.onnx"))
                .hasMessageStartingWith("best/model.onnx: expected the 2 bytes of SHA-256 " + file.sha256())
                .hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"falconet\" : 7, | version 7. Maybe it was written by a newer Falconet",
                "{\"falcon\" : 1, | an object of falcon, model. Maybe it is another program's file",
                "\"networkId\" : 3, \"id\" | a text at model.networkId, found a number",
                "\"classes\" : \"dog\", \"kinds\" | a list at model.classes, found a text",
                "\"inputs\" | an object at model.input, found nothing"
            })
    void whatIsMissingIsNamed(String instead, String message) {
        String key = instead.replaceAll("^.*?\"(\\w+)\".*$", "$1");
        String whole = new String(format.write(new Configuration(model)), StandardCharsets.UTF_8);
        String edited =
                switch (key) {
                    case "falconet", "falcon" -> whole.replaceFirst("\\{\\s*\"falconet\" : 1,", instead);
                    case "inputs" -> whole.replaceFirst("\"input\"", instead);
                    default -> whole.replaceFirst("\"" + key + "\"", instead);
                };
        assertThatThrownBy(() -> format.read(edited.getBytes(StandardCharsets.UTF_8), "x.json"))
                .hasMessageStartingWith("x.json: expected a Falconet configuration")
                .hasMessageContaining(message)
                .hasMessageContaining("Maybe");
    }

    @Test
    void classNamesMustFitTheDetector() {
        assertThatThrownBy(() -> ModelDescription.of(architecture, detector, List.of("dog"), Normalisation.IMAGENET))
                .hasMessageContaining("2 classes")
                .hasMessageContaining("1 names");
    }

    private static Configuration.Measured measured(Optional<LatencyReport> latency) {
        Provenance provenance = new Provenance(
                Long.MIN_VALUE,
                "0.1",
                "f00d",
                new Fidelity(3, 0, 16),
                Map.of("jdk", "17"),
                Instant.parse("2024-05-06T07:08:09.123456789Z"),
                Duration.ofMillis(61_234));
        return new Configuration.Measured(Map.of("map50-95", 0.25, "map-small", Double.NaN), latency, provenance);
    }

    private static LatencyReport latency() {
        return new LatencyReport(new DeviceProfile("local", "a processor", "ONNX Runtime", 1), 10, 100, 5, 4, 6, 1);
    }
}
