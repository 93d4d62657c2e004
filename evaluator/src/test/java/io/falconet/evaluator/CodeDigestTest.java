package io.falconet.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDigestTest {
    @Test
    void sameCodeHasTheSameDigest() {
        assertThat(CodeDigest.of(CodeDigest.class)).matches("[0-9a-f]{8}").isEqualTo(CodeDigest.of(Versions.class));
        assertThat(CodeDigest.of(CodeDigest.class)).isNotEqualTo(CodeDigest.of(Network.class));
    }

    @Test
    void jarAndFolderOfTheSameClassesAgree(@TempDir Path folder) throws IOException, ClassNotFoundException {
        Path classes = Path.of("target", "classes");
        Path jar = folder.resolve("code.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes.resolve("io/falconet"))) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, classes.relativize(file), out));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(jar)}, null)) {
            Class<?> packed = loader.loadClass(ProducedArtifact.class.getName());
            assertThat(CodeDigest.of(packed)).isEqualTo(CodeDigest.of(ProducedArtifact.class));
        }
    }

    private static void copy(Path file, Path name, JarOutputStream out) {
        try {
            out.putNextEntry(new JarEntry(name.toString()));
            out.write(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
