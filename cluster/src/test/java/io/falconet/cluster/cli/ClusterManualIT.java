package io.falconet.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.cluster.Machine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader follows the page about clusters word by word and gets a running cluster search. The study is made smaller so that
 * it takes seconds, and the master listens where nobody else does.
 */
class ClusterManualIT {
    private static final String USUAL = "127.0.0.1:7077";

    @Test
    void whoFollowsThePageHasAClusterThatSearches(@TempDir Path folder) throws Exception {
        Manual page = Manual.of(Manual.PROJECT.resolve("docs/cluster.md"));
        Files.writeString(
                folder.resolve("boards.yaml"), smaller(page.listings("yaml").get(0)));
        String place = place();
        List<String> searched = new ArrayList<>();
        try (Machine machine = new Machine(folder)) {
            for (List<String> command : page.commands()) {
                List<String> words = new ArrayList<>(
                        command.stream().map(word -> word.replace(USUAL, place)).toList());
                if (words.equals(List.of("cluster", "master"))) {
                    words.addAll(List.of("--listen", place, "--page", "0"));
                }
                Machine.Running typed = machine.type(words.toArray(String[]::new));
                if (words.get(0).equals("cluster")) {
                    typed.awaitWords(words.get(1).equals("master") ? "ALIVE" : "Successfully registered");
                } else {
                    assertThat(typed.awaitEnd())
                            .as("%s:%n%s", words, typed.said())
                            .isZero();
                    searched.add(words.get(0));
                }
            }
        }
        assertThat(searched).containsExactly("data", "search", "pareto");
        for (String worker : List.of("worker-a", "worker-b")) {
            assertThat(folder.resolve(worker).resolve("work")).isNotEmptyDirectory();
        }
    }

    private static String smaller(String study) {
        return study.replaceFirst("trials: \\d+", "trials: 2").replaceFirst("epochs: \\d+", "epochs: 1")
                + "choices: {input: [128], levels: [8-16], stage1.width: [48], stage2.width: [96]}\n";
    }

    private static String place() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
