package io.falconet.cluster.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.cli.study.TinyStudy;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Provenance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers in JVMs of their own, each with a made-up GPU, that train for searches which know their secret. */
class ClusterIT {
    private static final Pattern GPU = Pattern.compile("executor (\\d+), GPU (\\d)\n");

    private static TinyStudy studies;
    private static Machine machine;
    private static String master;
    private static String secret;
    private static Machine.Running second;

    @BeforeAll
    static void startCluster(@TempDir Path folder) throws IOException {
        studies = TinyStudy.in(folder);
        machine = new Machine(folder);
        secret = "--secret=" + Files.writeString(folder.resolve("cluster.secret"), "known to all of them\n");
        String place = "127.0.0.1:" + freePort();
        master = "spark://" + place;
        machine.type("cluster", "master", "--listen", place, "--page", "0", secret)
                .awaitWords("ALIVE");
        Machine.Running first = worker("0");
        second = worker("1");
        first.awaitWords("Successfully registered");
        second.awaitWords("Successfully registered");
    }

    @AfterAll
    static void stopCluster() {
        machine.close();
    }

    /**
     * Each has one GPU, which two trials share: four at once, each of which knows the one it was given. The workers do not
     * see the data by the path under which the search sees them; a worker keeps what it fetched.
     */
    @Test
    void fourTrialsShareTwoGpus() throws Exception {
        Path file = study(
                "shared",
                4,
                "data: {train: /proc/self/cwd/train.json, validation: /proc/self/cwd/val.json, images: /proc/self/cwd/images}");

        Machine.Running search = machine.type(
                "search",
                file.toString(),
                studies.store("shared"),
                "--master",
                master,
                secret,
                "--gpus=0.5",
                "--conf",
                "spark.cores.max=4",
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1");

        assertThat(search.awaitEnd()).as(search.said()).isZero();
        assertThat(search.said()).contains("Latency on whichever of the cluster's machines trains a network");
        List<TrialRecord> trials = studies.trials("shared", "shared");
        assertThat(trials).hasSize(4);
        assertThat(logs("shared", trials).stream().map(log -> GPU.matcher(log)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(2)))
                .containsExactlyInAnyOrder("0", "0", "1", "1");
        assertThat(begun(trials.stream()
                        .max(Comparator.comparing(ClusterIT::begun))
                        .orElseThrow()))
                .isBefore(trials.stream()
                        .map(ClusterIT::ended)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        assertThat(Files.list(studies.folder().resolve("gpu0").resolve("data"))).hasSize(1);
    }

    /** Of the cheaper fidelity two share a GPU; the dearer trains on both cores, and has a GPU for itself. */
    @Test
    void eachFidelityHasItsShare() throws Exception {
        Path file = study("rungs", 4, "data: {train: train.json, validation: val.json, images: images}");
        Files.writeString(file, Files.readString(file) + "\nrungs: [1]\npromote: 2\n");

        Machine.Running search = machine.type(
                "search",
                file.toString(),
                studies.store("rungs"),
                "--master",
                master,
                secret,
                "--gpus=0.5,1",
                "--cores=1,2");

        assertThat(search.awaitEnd()).as(search.said()).isZero();
        List<TrialRecord> trials = studies.trials("rungs", "rungs");
        assertThat(trials).extracting(ClusterIT::threads).contains("1", "2");
        assertThat(trials).allSatisfy(trial -> assertThat(threads(trial)).isEqualTo(full(trial) ? "2" : "1"));
        trials.stream().filter(ClusterIT::full).forEach(trial -> assertThat(trials)
                .filteredOn(
                        other -> other.number() != trial.number() && gpu(other).equals(gpu(trial)))
                .allMatch(other ->
                        !begun(other).isBefore(ended(trial)) || !begun(trial).isBefore(ended(other))));
    }

    private static boolean full(TrialRecord trial) {
        return trial.fidelity().epochs() == 3;
    }

    private static String threads(TrialRecord trial) {
        return trial.outcome().orElseThrow().provenance().versions().get("training threads");
    }

    private static String gpu(TrialRecord trial) {
        return GPU.matcher(logs("rungs", List.of(trial)).get(0))
                .results()
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    /** In the middle of trainings: they are done again elsewhere, and nothing else changes. */
    @Test
    void aWorkerThatIsUnpluggedCostsOnlyWhatItTrains() throws Exception {
        Path file = study("unplugged", 5, "data: {train: train.json, validation: val.json, images: images}");
        Machine.Running search =
                machine.type("search", file.toString(), studies.store("unplugged"), "--master", master, secret);
        search.await(() -> studies.finished("unplugged", "unplugged") > 0);
        second.unplug();

        assertThat(search.awaitEnd()).as(search.said()).isZero();

        second = worker("1").awaitWords("Successfully registered");
        Typed undisturbed = Typed.run("search", file.toString(), studies.store("undisturbed"));
        assertThat(undisturbed.code()).as(undisturbed.err()).isZero();
        assertThat(sequence("unplugged")).hasSize(5).isEqualTo(sequence("undisturbed"));
    }

    /** Here one that cannot keep data; it has a place for the next trial before the other one has. */
    @Test
    void whatBreaksOnAWorkerIsDoneByAnother() throws Exception {
        Path file = study(
                "broken",
                4,
                "data: {train: /proc/self/cwd/train.json, validation: /proc/self/cwd/val.json, images: /proc/self/cwd/images}");
        Path data = studies.folder().resolve("gpu1").resolve("data");
        Path kept = data.resolveSibling("kept");
        boolean had = Files.exists(data);
        if (had) {
            Files.move(data, kept);
        }
        Files.writeString(data, "a file where a folder is wanted");
        try {
            Machine.Running search = machine.type(
                    "search", file.toString(), studies.store("broken"), "--master", master, secret, "--gpus=1");

            assertThat(search.awaitEnd()).as(search.said()).isZero();
            assertThat(search.said()).doesNotContain("is tried again");
            assertThat(studies.trials("broken", "broken")).hasSize(4).allMatch(ClusterIT::evaluated);
        } finally {
            Files.delete(data);
            if (had) {
                Files.move(kept, data);
            }
        }
    }

    private static boolean evaluated(TrialRecord trial) {
        return trial.outcome().orElseThrow() instanceof Evaluated;
    }

    @Test
    void whatCannotBeIsToldWithARemedy() {
        assertThat(Typed.run("cluster", "worker", "127.0.0.1:7077").err())
                .contains("address of a cluster's master was expected", "Maybe spark://HOST:7077 is meant");
        assertThat(Typed.run("cluster", "master", "--listen", "nowhere").err())
                .contains("HOST:PORT was expected, found \"nowhere\"");
        assertThat(Typed.run("worker", "--once", "--master=yarn", studies.store("none"))
                        .err())
                .contains("Spark's module for yarn was expected", "Maybe FALCONET_BUILD=-Pyarn before the command");
        assertThat(Typed.run("worker", "--once", "--gpus=0.5", studies.store("none"))
                        .err())
                .contains("GPUs are given out by a cluster's master, found none named");
        assertThat(Typed.run("worker", "--once", "--master", master, "--gpus=0.7", studies.store("none"))
                        .err())
                .contains("a share of at most 0.5, found 0.7");
    }

    private static Path study(String name, int trials, String data) throws IOException {
        Path file = studies.file(name, trials, 4, "fidelity: {epochs: 3, images: all, batch: 4}");
        return Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("data: .*", data)
                        .replaceFirst("lag: .*", "lag: 4")
                        .replaceFirst("objectives: .*", "objectives: [map50-95, parameters]"));
    }

    private static Machine.Running worker(String gpu) throws IOException {
        return machine.type(
                "cluster",
                "worker",
                master,
                secret,
                "--cores=2",
                "--memory=2g",
                "--gpus",
                gpu,
                "--folder",
                "gpu" + gpu);
    }

    private static List<List<Object>> sequence(String study) {
        return studies.trials(study, study.equals("undisturbed") ? "unplugged" : study).stream()
                .map(trial -> List.<Object>of(
                        trial.architecture(), ((Evaluated) trial.outcome().orElseThrow()).accuracy()))
                .toList();
    }

    private static List<String> logs(String name, List<TrialRecord> trials) {
        try (ResultsDb db = ResultsDb.openFolder(studies.folder().resolve(name))) {
            long study = db.studies().find(name).orElseThrow().id();
            return trials.stream()
                    .map(trial -> db.trials().artifacts(study, trial.number()).stream()
                            .filter(artifact -> artifact.name().equals(ProducedArtifact.LOG))
                            .map(StoredArtifact::sha256)
                            .map(db.artifacts()::read)
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .findFirst()
                            .orElseThrow())
                    .toList();
        }
    }

    private static Instant begun(TrialRecord trial) {
        return trial.outcome().orElseThrow().provenance().started();
    }

    private static Instant ended(TrialRecord trial) {
        Provenance provenance = trial.outcome().orElseThrow().provenance();
        return provenance.started().plus(provenance.elapsed());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
