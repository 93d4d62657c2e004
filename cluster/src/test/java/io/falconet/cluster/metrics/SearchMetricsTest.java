package io.falconet.cluster.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.driver.Studies;
import io.falconet.evaluator.Evaluation;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SearchMetricsTest {
    private static final StudySpec STUDY = Studies.named("boards", 9);

    private final SearchMetrics metrics = new SearchMetrics();

    @Test
    void prometheusReadsWhatASearchDoes() throws Exception {
        SearchListener search = metrics.listener(STUDY);
        CompletableFuture<Evaluation> training = new CompletableFuture<>();
        TrialRequest first = request(0);
        metrics.watching("boards", request -> training).apply(first);
        Evaluation evaluation = Studies.evaluation(request(1));
        metrics.watching("boards", request -> CompletableFuture.completedStage(evaluation))
                .apply(request(1));
        search.finished(request(1), evaluation.outcome());
        Outcome failed = new Failed("it broke", "", evaluation.outcome().provenance());
        search.finished(request(2), failed);

        String text = read();

        assertThat(text.lines())
                .contains(
                        "falconet_trials_planned{study=\"boards\"} 9.0",
                        "falconet_trials_total{outcome=\"evaluated\",study=\"boards\"} 1.0",
                        "falconet_trials_total{outcome=\"failed\",study=\"boards\"} 1.0",
                        "falconet_trials_in_flight{study=\"boards\"} 1.0",
                        "falconet_evaluation_seconds_count{study=\"boards\"} 1")
                .anyMatch(line -> line.startsWith("falconet_best{objective=\"map50-95\",study=\"boards\"} 0."))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
    }

    private String read() throws IOException, InterruptedException {
        int port = freePort();
        try (Closeable server = metrics.serve("127.0.0.1", port)) {
            assertThat(server).isNotNull();
            URI address = URI.create("http://127.0.0.1:" + port + "/metrics");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static TrialRequest request(int number) {
        Architecture architecture = SearchSpaces.named("small-objects").draw(new Random(number));
        return new TrialRequest(number, architecture, "network" + number, STUDY.fidelity(), 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
