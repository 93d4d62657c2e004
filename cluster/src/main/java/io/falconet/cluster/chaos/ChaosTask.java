package io.falconet.cluster.chaos;

import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.check.Finding;
import io.falconet.results.check.StoreCheck;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Small studies with real trainings, searched on a cluster that is broken again and again, and then once more in peace: both
 * must find the same.
 */
public final class ChaosTask {
    private static final String DEVICE = "shaken";
    private final Path folder;
    private final ChaosStudies studies;
    private final ChaosStore store;
    private final FalconetProcess falconet;
    private final Options options;
    private final ChaosProgress progress;

    /**
     * How much of it.
     *
     * @param kills how often something is broken
     * @param every the mean time between two
     * @param trials of each study
     * @param seed of the studies, and of what is broken when
     */
    public record Options(int kills, Duration every, int trials, long seed) {}

    /**
     * A task in a folder, of which it uses all.
     *
     * @param server address of an empty PostgreSQL database; nothing for an H2 file
     * @param program the class whose main method understands commands
     */
    public ChaosTask(Path folder, Optional<String> server, String program, Options options, ChaosProgress progress)
            throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath().normalize());
        this.store = server.isPresent()
                ? ChaosStore.server(server.get(), this.folder.resolve("store"))
                : ChaosStore.file(this.folder.resolve("store"));
        this.falconet = new FalconetProcess(program);
        this.studies = new ChaosStudies(this.folder, options.trials(), options.seed());
        this.options = options;
        this.progress = progress;
    }

    int kills() {
        return options.kills();
    }

    Duration every() {
        return options.every();
    }

    long seed() {
        return options.seed();
    }

    ChaosProgress progress() {
        return progress;
    }

    /**
     * Does it.
     *
     * @param classes reads how many classes a network tells apart from its configuration, to check the store
     * @throws IOException if a study does not come to its end
     */
    public ChaosReport run(ToIntFunction<byte[]> classes) throws IOException, InterruptedException {
        studies.putData();
        ChaosWatch watch = new ChaosWatch(store);
        ChaosRun run;
        Instant begun = Instant.now();
        Duration elapsed;
        try (ChaosCluster cluster = new ChaosCluster(folder, store, falconet)) {
            Thread atExit = new Thread(cluster::close, "ends-chaos"); // on Ctrl-C nothing may go on
            Runtime.getRuntime().addShutdownHook(atExit);
            cluster.start(DEVICE);
            run = new ChaosRun(this, cluster, watch);
            run.run();
            elapsed = Duration.between(begun, Instant.now());
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
        List<String> different = new ArrayList<>();
        for (String study : run.studies()) {
            progress.compared(study);
            if (!found(store, study).equals(inPeace(study))) {
                different.add(study);
            }
        }
        List<Duration> waits =
                watch.waits().stream().map(ChaosWatch.Wait::length).sorted().toList();
        int outcomes = 0;
        for (String study : run.studies()) {
            outcomes += found(store, study).trials().size();
        }
        store.close();
        return new ChaosReport(
                run.broken().stream()
                        .collect(Collectors.groupingBy(
                                ChaosRun.Broken::what,
                                () -> new EnumMap<>(Victim.class),
                                Collectors.summingInt(one -> 1))),
                run.studies().size(),
                run.studies().size() * options.trials(),
                outcomes,
                lost(watch, classes),
                different,
                watch.stuck(run.broken()),
                waits.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO),
                waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() / 2),
                elapsed);
    }

    /** Queues the next study. Gives its name. */
    String queue(int number) throws IOException {
        StudySpec spec = studies.study(number, DEVICE);
        try (ResultsDb db = store.open()) {
            new StudyRegister(db, Clock.systemUTC()).enter(spec);
        }
        return spec.name();
    }

    /** What a study came to: what was trained, in which order and how well; and which of it is on the front. */
    private record Found(List<List<Object>> trials, List<Integer> front) {}

    private Found found(ChaosStore from, String name) {
        try (ResultsDb db = from.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            StudyRecord study = register.named(name);
            List<TrialRecord> trials = db.trials().list(study.id());
            return new Found(
                    trials.stream()
                            .filter(trial -> trial.outcome().isPresent())
                            .map(ChaosTask::essence)
                            .toList(),
                    Front.of(trials, register.spec(study)).stream()
                            .map(TrialRecord::number)
                            .toList());
        }
    }

    private static List<Object> essence(TrialRecord trial) {
        Object accuracy =
                trial.outcome().orElseThrow() instanceof Evaluated evaluated ? evaluated.accuracy() : trial.state();
        return List.of(trial.number(), trial.architecture(), trial.networkId(), accuracy);
    }

    private Found inPeace(String name) throws IOException, InterruptedException {
        Path file = studies.file(name, DeviceProfile.LOCAL);
        ChaosStore peaceful = ChaosStore.file(folder.resolve("in-peace"));
        List<String> words = new ArrayList<>(List.of("search", file.toString()));
        words.addAll(peaceful.options());
        Path log = folder.resolve("in-peace.log");
        int code = falconet.command("-Xmx900m", words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("Expected an undisturbed search, found: " + Files.readString(log));
        }
        return found(peaceful, name);
    }

    private List<String> lost(ChaosWatch watch, ToIntFunction<byte[]> classes) {
        List<String> lost = new ArrayList<>(watch.changed().stream()
                .map(trial -> trial + " was recorded, and is gone or another now")
                .toList());
        try (ResultsDb db = store.open()) {
            new StoreCheck(db, classes)
                    .run(Instant.now()).findings().stream()
                            .map(Finding::message)
                            .forEach(lost::add);
        }
        return lost;
    }
}
