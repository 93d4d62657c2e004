package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.driver.Reuse;
import io.falconet.cluster.driver.StudyDriver;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.cluster.spark.SparkCluster;
import io.falconet.cluster.spark.StudyExecutors;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.evaluator.TrialData;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.Foresight;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Searches from the first trial to the last, with a store and a cluster, in which trainings only wait. */
final class RehearsedSearch implements AutoCloseable {
    private static final String STUDY =
            """
            name: rehearsal-%d
            space: small-objects
            data: {train: train.json, validation: val.json, images: images}
            objectives: [map50-95, parameters]
            strategy: {name: random}
            trials: %d
            fidelity: {epochs: 1, images: all, batch: 8}
            seed: %d
            slots: %d
            lag: %d
            """;

    private final int slots;
    private final Path folder;
    private final ResultsDb db;
    private final SparkCluster cluster;
    private int searches;

    RehearsedSearch(int slots, ClusterOptions cluster) throws IOException {
        this.slots = slots;
        this.folder = Files.createTempDirectory("falconet-rehearsal");
        new SyntheticDataset(2, 2, 1).write(folder, done -> {});
        this.db = ResultsDb.openFolder(folder.resolve("store"));
        this.cluster = cluster.start(slots);
    }

    /**
     * Searches a study of its own.
     *
     * @param each how long each of its trainings waits
     * @return how long all of it took
     */
    Duration run(int trials, Duration each) {
        StudySpec spec = study(trials);
        StudyRecord study = new StudyRegister(db, Clock.systemUTC()).enter(spec);
        TrialData data = TrialData.read(spec.data());
        DeviceProfile device = LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, 1);
        StudyDriver driver = new StudyDriver(db, Clock.systemUTC(), Foresight.NONE, Reuse.OF_ITS_SEED);
        long started = System.nanoTime();
        try (StudyExecutors executors = cluster.executors(spec.name(), slots, spec.fidelities())) {
            driver.search(
                    study,
                    spec,
                    data,
                    device,
                    request -> executors.rehearse(spec.name() + ":" + request.number(), task(request, spec), each),
                    new Silent());
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private StudySpec study(int trials) {
        searches++;
        try {
            return new StudyReader().read(STUDY.formatted(searches, trials, searches, slots, 4 * slots), folder);
        } catch (StudyException e) {
            throw new IllegalStateException("The study is a good one.", e);
        }
    }

    private static EvaluationTask task(TrialRequest request, StudySpec spec) {
        return new EvaluationTask(
                request.architecture().text(),
                spec.data(),
                spec.recipe(),
                request.fidelity(),
                request.seed(),
                false,
                1,
                Map.of());
    }

    private static final class Silent implements SearchListener {
        @Override
        public void finished(TrialRequest request, Outcome outcome) {}
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        db.close();
        Folders.remove(folder);
    }
}
