package io.falconet.space.search;

import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * NAS-Bench-201 (Dong and Yang, 2020) as a space with known outcomes: 15,625 image classifiers, a cell of six edges with one
 * of five operations each, with their measured accuracy and the time they take on a GTX 1080 Ti. The networks built
 * stand for the real ones only in that each is another.
 */
final class NasBench201 implements SearchSpace {
    private final Map<String, Outcome> outcomes = new HashMap<>();

    /** Reads the tables from a folder. */
    NasBench201(Path folder) throws IOException {
        List<String[]> networks = rows(folder.resolve("nasbench201.csv"));
        List<String[]> latencies = rows(folder.resolve("nasbench201_latency_ms.csv"));
        for (int i = 0; i < networks.size(); i++) {
            outcomes.put(
                    networks.get(i)[2],
                    outcome(
                            Double.parseDouble(networks.get(i)[4]) / 100,
                            Double.parseDouble(latencies.get(i)[1])));
        }
    }

    private static List<String[]> rows(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static Outcome outcome(double accuracy, double millis) {
        long nanos = (long) (millis * 1e6);
        return new Evaluated(
                new Complexity(1, 1, 1, 1),
                new Accuracy(accuracy, accuracy, accuracy, accuracy, accuracy, accuracy),
                Optional.of(new LatencyReport(new DeviceProfile("1080ti", "", "", 1), 0, 1, nanos, nanos, nanos, 0)),
                List.of(),
                ToyStudy.provenance());
    }

    Outcome outcome(Architecture architecture) {
        return outcomes.get(choices().stream()
                .map(choice -> architecture.decision(choice.name()))
                .collect(Collectors.joining()));
    }

    @Override
    public String name() {
        return "nasbench201";
    }

    @Override
    public List<Choice> choices() {
        return IntStream.range(0, 6)
                .mapToObj(edge -> Choice.of("edge" + edge, 0, 1, 2, 3, 4))
                .toList();
    }

    @Override
    public Detector detector(Architecture architecture, int classes) {
        NetworkBuilder network = NetworkBuilder.of(Shape.image(8, 8));
        Node last = network.input();
        for (Choice choice : choices()) {
            last = network.add(choice.name(), Conv.dense(1 + architecture.number(choice.name()), 1, 1), last);
        }
        GflFormat format = new GflFormat(classes, 7, List.of(1));
        Node output = network.add("head", Conv.pointwiseWithBias(format.channels()), last);
        return new Detector(network.build(List.of(output)), format);
    }
}
