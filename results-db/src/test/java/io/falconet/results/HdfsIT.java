package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.backup.Backup;
import io.falconet.results.backup.Manifest;
import io.falconet.results.backup.Restore;
import io.falconet.results.check.Finding;
import io.falconet.results.check.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.security.UserGroupInformation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose artifacts lie on a real HDFS: a namenode and a data node in this program. */
class HdfsIT {
    @TempDir
    static Path disks;

    private static MiniDFSCluster cluster;
    private static int stores;

    @TempDir
    Path folder;

    private String address;
    private org.apache.hadoop.fs.Path place;
    private ResultsDb db;
    private HealthyStore store;

    @BeforeAll
    static void start() throws IOException {
        cluster = new MiniDFSCluster.Builder(new Configuration(), disks.toFile())
                .numDataNodes(1)
                .build();
        cluster.waitActive();
    }

    @AfterAll
    static void stop() {
        cluster.shutdown();
    }

    @BeforeEach
    void fill() {
        address = cluster.getURI() + "/store" + stores++;
        place = new org.apache.hadoop.fs.Path(address);
        db = open(Optional.of(address));
        store = HealthyStore.in(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private ResultsDb open(Optional<String> artifacts) {
        return ResultsDb.open(ResultsDb.address(folder), folder, artifacts);
    }

    private static FileSystem hdfs() throws IOException {
        return cluster.getFileSystem();
    }

    private StoredArtifact model(int number) {
        return db.trials()
                .artifacts(db.studies().find("pcb").orElseThrow().id(), number)
                .get(1);
    }

    private org.apache.hadoop.fs.Path file(StoredArtifact artifact) {
        return new org.apache.hadoop.fs.Path(place, ArtifactStore.path(artifact.sha256()));
    }

    @Test
    void whatIsStoredIsThereForWhoeverOpensTheStoreLater() throws IOException {
        assertThat(hdfs().getFileStatus(file(model(1))).getLen()).isEqualTo(1001);
        assertThat(folder.resolve("artifacts")).doesNotExist();
        try (ResultsDb later = open(Optional.empty())) {
            assertThat(later.artifacts().place().address()).isEqualTo(address);
            assertThat(later.artifacts().read(model(1).sha256())).hasSize(1001);
            assertThat(new HealthyStore(later).wrong()).isEmpty();
            assertThat(new HealthyStore(later).inspect(Instant.now()).artifacts())
                    .isEqualTo(4);
        }
    }

    /** As a model's files, which are read when they are needed. */
    @Test
    void whatIsReadAfterTheStoreIsClosedIsThere() {
        ArtifactStore artifacts = db.artifacts();
        String sha256 = model(1).sha256();
        db.close();
        assertThat(artifacts.read(sha256)).hasSize(1001);
    }

    @Test
    void eightThreadsPutTheSameAndLeaveNothingElse() throws Exception {
        byte[] content = new byte[3_000_000];
        StoreFixture.at8(thread -> {
            try (ResultsDb each = open(Optional.of(address))) {
                assertThat(each.artifacts()
                                .read(each.artifacts()
                                        .put("a", "weights", content)
                                        .sha256()))
                        .isEqualTo(content);
            }
            return null;
        });
        String path =
                ArtifactStore.path(db.artifacts().put("a", "weights", content).sha256());
        assertThat(db.artifacts().place().list(path.substring(0, 2)))
                .extracting(ArtifactPlace.Entry::name)
                .containsExactly(path.substring(3));
    }

    @Test
    void whatIsDamagedOrLostIsFoundLeftOutOfTheBackupAndMended() throws IOException {
        StoredArtifact damaged = model(1);
        StoredArtifact lost = model(2);
        damage(damaged);
        hdfs().delete(file(lost), false);

        assertThat(store.inspect(Instant.now()).findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder("artifact-unreadable", "artifact-missing");
        assertThatThrownBy(() -> db.artifacts().read(damaged.sha256()))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot read the artifact at " + address)
                .hasMessageContaining("Maybe ");
        Manifest manifest = new Backup(db, "0.1.0").write(folder.resolve("falconet.zip"), NOW);
        assertThat(manifest.artifacts().lost()).isEqualTo(2);
        assertThat(manifest.artifacts().count()).isEqualTo(2);

        Claim again = store.claimed("again", 4);
        store.evaluate(again, HealthyStore.request(0, 1, Samples.FIDELITY, Optional.empty()));
        store.evaluate(again, HealthyStore.request(1, 2, Samples.FIDELITY, Optional.empty()));
        assertThat(store.inspect(Instant.now()).findings())
                .extracting(Finding::kind)
                .containsExactly("artifact-missing");
    }

    /** On the data node's own disk. */
    private static void damage(StoredArtifact artifact) throws IOException {
        try (Stream<Path> files = Files.walk(disks)) {
            List<Path> blocks = files.filter(
                            file -> file.getFileName().toString().matches("blk_\\d+"))
                    .filter(file -> size(file) == artifact.bytes())
                    .toList();
            for (Path block : blocks) {
                byte[] content = Files.readAllBytes(block);
                content[5]++;
                Files.write(block, content);
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void itIsCopiedIntoAFolderAndBackToHdfs() throws IOException {
        Path first = folder.resolve("first.zip");
        assertThat(new Backup(db, "0.1.0").write(first, NOW).artifacts().count())
                .isEqualTo(4);
        Path copy = folder.resolve("copy");
        try (Restore restore = Restore.from(first)) {
            restore.into(ResultsDb.address(copy), copy, NOW);
        }
        Path second = folder.resolve("second.zip");
        try (ResultsDb inFolder = ResultsDb.openFolder(copy)) {
            assertThat(new HealthyStore(inFolder).wrong()).isEmpty();
            assertThat(copy.resolve("artifacts")).isDirectory();
            new Backup(inFolder, "0.1.0").write(second, NOW);
        }
        Path back = folder.resolve("back");
        try (Restore restore = Restore.from(second)) {
            restore.into(ResultsDb.address(back), back, Optional.of(address + "-back"), NOW);
        }
        try (ResultsDb onHdfs = ResultsDb.openFolder(back)) {
            assertThat(onHdfs.artifacts().place().address()).isEqualTo(address + "-back");
            assertThat(new HealthyStore(onHdfs).wrong()).isEmpty();
            assertThat(HealthyStore.told(onHdfs)).isEqualTo(store.told());
        }
    }

    @Test
    void whatNoTrialNamesIsTold() throws IOException {
        org.apache.hadoop.fs.Path old = file(db.artifacts().put("a", "log", new byte[77]));
        hdfs().setTimes(old, Instant.now().minus(Duration.ofHours(2)).toEpochMilli(), -1);
        db.artifacts().put("b", "log", new byte[78]);
        Inspection inspection = store.inspect(Instant.now());
        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.unnamed()).singleElement().satisfies(unnamed -> {
            assertThat(unnamed.file()).isEqualTo(old.toString());
            assertThat(unnamed.bytes()).isEqualTo(77);
        });
    }

    @Test
    void aNamenodeThatIsGoneIsNamedSoonAndItsReturnNoticed() throws IOException {
        StoredArtifact model = model(1);
        cluster.shutdownNameNode(0);
        try {
            assertUnreachable("Cannot store a", () -> db.artifacts().put("a", "log", new byte[5]));
            assertUnreachable(
                    "Cannot read the artifact at", () -> db.artifacts().read(model.sha256()));
            assertUnreachable(
                    "The artifacts in " + address + " cannot be looked at", () -> store.inspect(Instant.now()));
            assertUnreachable("Cannot read the artifact at", () -> new Backup(db, "0.1.0")
                    .write(folder.resolve("none.zip"), NOW));
            assertThat(folder.resolve("none.zip")).doesNotExist();
            assertThat(db.studies().list()).as("what is not in a file is told").hasSize(2);
        } finally {
            cluster.restartNameNode(0);
        }
        assertThat(db.artifacts().read(model.sha256())).hasSize(1001);
        db.artifacts().put("a", "log", new byte[5]);
    }

    @Test
    void aNamenodeThatIsStartedAgainIsWaitedFor() throws Exception {
        cluster.shutdownNameNode(0);
        CompletableFuture<StoredArtifact> put =
                CompletableFuture.supplyAsync(() -> db.artifacts().put("a", "log", new byte[7]));
        assertThatThrownBy(() -> put.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        cluster.restartNameNode(0);
        assertThat(db.artifacts().read(put.get(1, TimeUnit.MINUTES).sha256())).hasSize(7);
    }

    private void assertUnreachable(String message, Runnable work) {
        long start = System.nanoTime();
        assertThatThrownBy(work::run)
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Connection refused")
                .hasMessageContaining("Maybe the server is down, or its host or port is another.");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aFolderThatOthersOwnIsNamed() throws IOException {
        org.apache.hadoop.fs.Path closed = new org.apache.hadoop.fs.Path(address + "-closed");
        hdfs().mkdirs(closed);
        hdfs().setOwner(closed, "ann", "people");
        hdfs().setPermission(closed, new FsPermission("700"));
        UserGroupInformation bob = UserGroupInformation.createRemoteUser("bob");
        Path data = folder.resolve("bob");
        bob.doAs((PrivilegedAction<Void>) () -> {
            assertThatThrownBy(() -> ResultsDb.open(ResultsDb.address(data), data, Optional.of(closed + "/artifacts")))
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("Cannot keep artifacts in " + closed)
                    .hasMessageContaining("Permission denied: user=bob")
                    .hasMessageContaining("HADOOP_USER_NAME");
            return null;
        });
    }

    @Test
    void dataNodesThatAreGoneAreNamedSoon() throws IOException {
        StoredArtifact model = model(1);
        MiniDFSCluster.DataNodeProperties node = cluster.stopDataNode(0);
        try {
            long start = System.nanoTime();
            assertThatThrownBy(() -> db.artifacts().read(model.sha256()))
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("Maybe the data nodes that have its blocks are down");
            assertThatThrownBy(() -> db.artifacts().put("a", "log", new byte[5]))
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("Cannot store a (5 bytes) in " + address)
                    .hasMessageContaining("Maybe all data nodes are down");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        } finally {
            cluster.restartDataNode(node);
            cluster.waitActive();
        }
        assertThat(db.artifacts().read(model.sha256())).hasSize(1001);
    }
}
