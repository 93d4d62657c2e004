package io.falconet.cluster.cli.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.cli.study.TinyStudy;
import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.kernel.Work;
import io.falconet.results.CalibrationPoint;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight.Expectation;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeseenLatenciesTest {
    private static final DeviceProfile PI = new DeviceProfile("pi", "Cortex-A76", "ONNX Runtime 1.28.0", 2);
    private static final Instant MONDAY = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-01-07T10:00:00Z");

    private final List<DrawnNetworks.Drawn> networks =
            new DrawnNetworks(SearchSpaces.named("small-objects"), 1).next(60);

    private static final String STUDY =
            """
            name: pcb
            space: small-objects
            data: {path: data}
            objectives: [map50-95]
            limits: {latency: 5}
            trials: 3
            fidelity: {epochs: 1, images: all, batch: 4}
            seed: 1
            """;

    private StudySpec spec;
    private ResultsDb db;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws StudyException {
        db = ResultsDb.openFolder(folder.resolve("store"));
        spec = new StudyReader().readStored(STUDY);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void calibrate(int from, int to, Instant measured, ToDoubleFunction<Network> device) {
        for (DrawnNetworks.Drawn drawn : networks.subList(from, to)) {
            long nanos = Math.round(device.applyAsDouble(drawn.detector().network()));
            LatencyReport latency = new LatencyReport(PI, 10, 100, nanos, nanos, nanos, 1);
            db.calibrations()
                    .put(new CalibrationPoint(
                            drawn.id(), drawn.architecture().text(), DrawnNetworks.CLASSES, latency, measured));
        }
    }

    /** As many nanoseconds for a kind of work, and some more for each call. */
    private static ToDoubleFunction<Network> device(double nanos) {
        return network -> {
            double[] work = Work.of(network);
            return nanos * (work[Work.POINTWISE.ordinal()] + work[Work.DENSE.ordinal()] + work[Work.FIRST.ordinal()])
                    + 2000 * work[Work.CALLS.ordinal()];
        };
    }

    private ForeseenLatencies foreseen(Optional<StudyRecord> study) {
        return ForeseenLatencies.of(spec, PI, db, study, " --data-dir here");
    }

    private StudyRecord created(Instant when) {
        return db.studies().create("pcb", "", 3, when);
    }

    private Expectation latency(ForeseenLatencies foreseen, DrawnNetworks.Drawn drawn) {
        return foreseen.of(Objective.LATENCY, drawn.detector()).orElseThrow();
    }

    @Test
    void tellsWhatADetectorTakesAndNothingElse() {
        calibrate(0, 50, MONDAY, device(0.02));
        ForeseenLatencies foreseen = foreseen(Optional.empty());
        Detector unseen = networks.get(55).detector();

        Expectation latency = foreseen.of(Objective.LATENCY, unseen).orElseThrow();

        assertThat(latency.value()).isBetween(latency.low(), latency.high());
        assertThat(latency.value())
                .isCloseTo(device(0.02).applyAsDouble(unseen.network()) / 1e6, Percentage.withPercentage(2));
        assertThat(foreseen.of(Objective.MAP50, unseen)).isEmpty();
        assertThat(foreseen.words(spec)).contains("longer than 5 ms", "50 networks");
    }

    @Test
    void aStudyGoesByTheCalibrationOfTheDayItWasCreated() {
        calibrate(0, 30, MONDAY, device(0.02));
        StudyRecord study = created(TUESDAY);
        Expectation before = latency(foreseen(Optional.of(study)), networks.get(55));

        calibrate(30, 50, WEDNESDAY, device(0.06));

        assertThat(latency(foreseen(Optional.of(study)), networks.get(55))).isEqualTo(before);
        assertThatThrownBy(() -> foreseen(Optional.empty())).hasMessageContaining("a median error of at most 6 %");
    }

    @Test
    void aCalibrationThatIsGoneIsMissed() {
        calibrate(0, 30, MONDAY, device(0.02));
        StudyRecord study = created(TUESDAY);
        calibrate(0, 20, WEDNESDAY, device(0.02));

        assertThatThrownBy(() -> foreseen(Optional.of(study)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(
                        "at least 20 networks measured on pi (Cortex-A76, ONNX Runtime 1.28.0, 2 threads) until 2026-01-06T10:00:00Z, when the study was created, were expected, found 10.")
                .hasMessageContaining("Maybe the device was not like that then")
                .hasMessageContaining("Give the study another name");
    }

    @Test
    void aDeviceThatIsNotCalibratedIsRefusedBeforeTheStudyIsStored() throws IOException {
        db.close();
        Path file = TinyStudy.in(folder).file("tiny", 3, 1);
        Files.writeString(file, Files.readString(file) + "limits: {latency: 5}\n");

        Typed typed = Typed.run("search", file.toString(), "--data-dir=" + folder.resolve("store"));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("at least 20 networks measured on local (")
                .contains("were expected, found 0.")
                .contains("Maybe falconet device calibrate local --threads 1 --space small-objects --data-dir "
                        + folder.resolve("store") + " first");
        db = ResultsDb.openFolder(folder.resolve("store"));
        assertThat(db.studies().list()).isEmpty();
    }
}
