package io.falconet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @Test
    void anOldJavaIsNamedWithARemedy(@TempDir Path folder) throws IOException, InterruptedException {
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder launcher = new ProcessBuilder("../falconet", "zoo").redirectErrorStream(true);
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().put("PATH", folder + ":" + System.getenv("PATH"));

        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("Java 17 or newer is needed", java + " is Java 11", "Maybe install it");
    }

    @Test
    void flagsOfTheBuildAreRemembered(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = home(folder);
        Path bin = programs(folder, home, "");
        launch(home, bin, Optional.empty());
        launch(home, bin, Optional.of("-Pcuda-latency"));
        launch(home, bin, Optional.empty());
        assertThat(Files.readAllLines(folder.resolve("builds")))
                .containsExactly(
                        "-B -DskipTests -Dspotless.check.skip package",
                        "-B -DskipTests -Dspotless.check.skip -Pcuda-latency package");
        Files.createFile(home.resolve("pom.xml"));
        Files.setLastModifiedTime(
                home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        launch(home, bin, Optional.empty());
        assertThat(Files.readAllLines(folder.resolve("builds")))
                .hasSize(3)
                .last()
                .asString()
                .contains("-Pcuda-latency");
    }

    /** The first build blocks on a pipe until the second command has said that it waits. */
    @Test
    void twoCommandsBuildOnce(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = home(folder);
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path bin = programs(folder, home, "read -r go <\"" + pipe + "\"");
        Process first = launcher(home, bin, Optional.empty()).start();
        Awaitility.await().until(() -> Files.exists(folder.resolve("builds")));
        Process second = launcher(home, bin, Optional.empty()).start();
        BufferedReader said = second.inputReader();
        assertThat(said.readLine()).isEqualTo("Waiting for the build that another command began.");
        Files.writeString(pipe, "go\n");
        finish(first);
        assertThat(second.waitFor()).isZero();
        assertThat(Files.readAllLines(folder.resolve("builds"))).hasSize(1);
        assertThat(home.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void aBuildThatDiedKeepsNobodyWaiting(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = home(folder);
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(home.resolve("target/build.lock"));
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
        launch(home, programs(folder, home, ""), Optional.empty());
        assertThat(Files.readAllLines(folder.resolve("builds"))).hasSize(1);
    }

    private static Path home(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("falconet"));
        Files.copy(Path.of("../falconet"), home.resolve("falconet"), StandardCopyOption.COPY_ATTRIBUTES);
        return home;
    }

    /** A folder with a Java that does nothing and a Maven that notes what it is asked for, and does that line. */
    private static Path programs(Path folder, Path home, String line) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        program(bin.resolve("java"), "echo 'openjdk version \"17.0.9\" 2023-10-17' >&2");
        program(
                bin.resolve("mvn"),
                """
                echo "$@" >>"%s/builds"
                %s
                mkdir -p cluster/target
                echo "%s/search-space/target/classes" >cluster/target/classpath
                """
                        .formatted(folder, line, home));
        return bin;
    }

    private static void program(Path path, String script) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void launch(Path home, Path bin, Optional<String> flags) throws IOException, InterruptedException {
        finish(launcher(home, bin, flags).start());
    }

    private static ProcessBuilder launcher(Path home, Path bin, Optional<String> flags) {
        ProcessBuilder launcher =
                new ProcessBuilder(home.resolve("falconet").toString(), "zoo").redirectErrorStream(true);
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().remove("FALCONET_BUILD");
        launcher.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        flags.ifPresent(words -> launcher.environment().put("FALCONET_BUILD", words));
        return launcher;
    }

    private static void finish(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
