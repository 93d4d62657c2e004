package io.falconet.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.falconet.space.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation shows commands and files that exist. */
class ManualTest {
    @Test
    void everyDocumentedCommandIsOne() throws IOException {
        for (Manual manual : Manual.all()) {
            for (List<String> command : manual.commands()) {
                assertThatCode(() -> FalconetCommand.commandLine().parseArgs(command.toArray(String[]::new)))
                        .as("%s: falconet %s", manual.path(), String.join(" ", command))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void theReadmeNamesItsTwoCommands() {
        Manual readme = Manual.of(Manual.PROJECT.resolve("README.md"));

        assertThat(readme.commands()).contains(List.of("demo"));
        assertThat(readme.listings("sh")).anyMatch(listing -> listing.contains("\nmvn verify "));
    }

    @Test
    void everyDocumentedStudyReads(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("images"));
        Files.createDirectory(folder.resolve("boards"));
        Files.writeString(folder.resolve("train.json"), "{}");
        Files.writeString(folder.resolve("val.json"), "{}");
        for (Manual manual : Manual.all()) {
            for (String study : manual.listings("yaml")) {
                assertThat(new StudyReader().read(study, folder)).isNotNull();
            }
        }
    }
}
