package io.falconet.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.synthetic.SyntheticDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newcomer types what the README shows, in the order shown, in a folder with data of their own. The study is the
 * README's, made smaller so that it takes seconds. Tried elsewhere: the demo, the benchmark and the dashboard, which run for
 * minutes, hours and for ever; reproducing, whose verdict on a latency depends on what else the machine does; trust, which
 * needs more networks than the two of this study; and verifying, for which the authors' code must have written vectors.
 */
class ReadmeIT {
    private static final List<String> ELSEWHERE = List.of("demo", "bench", "dashboard", "reproduce", "trust", "verify");

    @Test
    void whatTheReadmeShowsWorks(@TempDir Path folder) throws Exception {
        Manual readme = Manual.of(Manual.PROJECT.resolve("README.md"));
        new SyntheticDataset(8, 4, 11).write(folder, done -> {});
        new SyntheticDataset(8, 4, 12).write(folder.resolve("bccd"), done -> {});
        new SyntheticDataset(8, 4, 13).write(folder.resolve("other"), done -> {});
        Files.writeString(
                folder.resolve("boards.yaml"), smaller(readme.listings("yaml").get(0)));

        List<String> typed = new ArrayList<>();
        for (List<String> command : readme.commands()) {
            if (!ELSEWHERE.contains(command.get(0))) {
                typed.add(command.get(0));
                type(folder, command);
            }
        }

        assertThat(typed).contains("data", "search", "pareto", "export");
        try (var models = Files.list(folder.resolve("best"))) {
            assertThat(models).isNotEmpty();
        }
    }

    private static String smaller(String study) {
        String small = study.replaceFirst("trials: \\d+", "trials: 2")
                .replaceFirst("epochs: \\d+", "epochs: 1")
                .replaceFirst("batch: \\d+", "batch: 4");
        return small + "choices: {input: [128], levels: [8-16], stage1.width: [48], stage2.width: [96]}\n";
    }

    private static void type(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("jvm.flags").toAbsolutePath(),
                "-Xmx700m",
                FalconetCommand.class.getName()));
        line.addAll(arguments);
        Path log = folder.resolve(arguments.get(0) + ".log");
        ProcessBuilder command = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("CLASSPATH", System.getProperty("java.class.path"));

        assertThat(command.start().waitFor())
                .as("falconet %s:%n%s", String.join(" ", arguments), Files.readString(log))
                .isZero();
    }
}
