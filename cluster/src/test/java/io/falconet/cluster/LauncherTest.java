package io.falconet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
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
        Path home = Files.createDirectories(folder.resolve("falconet"));
        Files.copy(Path.of("../falconet"), home.resolve("falconet"), StandardCopyOption.COPY_ATTRIBUTES);
        Path bin = Files.createDirectories(folder.resolve("bin"));
        program(bin.resolve("java"), "echo 'openjdk version \"17.0.9\" 2023-10-17' >&2");
        program(
                bin.resolve("mvn"),
                """
                echo "$@" >>"%s/builds"
                mkdir -p cluster/target
                echo "%s/search-space/target/classes" >cluster/target/classpath
                """
                        .formatted(folder, home));
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

    private static void program(Path path, String script) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void launch(Path home, Path bin, Optional<String> flags) throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder(home.resolve("falconet").toString(), "zoo").redirectErrorStream(true);
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().remove("FALCONET_BUILD");
        launcher.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        flags.ifPresent(words -> launcher.environment().put("FALCONET_BUILD", words));
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
