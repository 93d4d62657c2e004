package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.device.MachineWords;
import io.falconet.cluster.compare.Benchmark;
import io.falconet.cluster.compare.Result;
import io.falconet.evaluator.TrialData;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ObjectSizes;
import io.falconet.evaluator.train.Recipes;
import io.falconet.latency.measure.Measurement;
import io.falconet.space.graph.Shape;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Provenance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What one needs to know to believe a benchmark of detectors. */
record BenchZooFacts(
        Path path, TrialData data, GivenStudies studies, Shape input, List<Integer> batches, List<String> notes) {
    /** The benchmark of these results, the most accurate first. */
    Benchmark benchmark(List<ScoredEntrant> scored, List<Result> results, List<Measurement> measured, String command) {
        List<Result> sorted = results.stream()
                .sorted(Comparator.comparingDouble((Result result) ->
                                Double.isNaN(result.map50To95()) ? Double.POSITIVE_INFINITY : -result.map50To95())
                        .thenComparing(result -> result.contender().name()))
                .toList();
        String called = path.toAbsolutePath().normalize().getFileName().toString();
        return new Benchmark(
                "Detectors on %s at %d×%d".formatted(called, input.height(), input.width()),
                Instant.now(),
                dataFacts(called),
                trainingFacts(scored),
                deviceFacts(measured),
                command,
                allNotes(sorted),
                batches,
                sorted);
    }

    private Map<String, String> dataFacts(String called) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", called);
        facts.put("training", images(data.train().dataset()));
        facts.put("validation", images(data.validation().dataset()));
        facts.put("classes", String.join(", ", data.classes()));
        ObjectSizes sizes = ObjectSizes.of(data.train().dataset(), input.height());
        facts.put(
                "object sides",
                String.format(
                        Locale.ROOT,
                        "median %.0f px of the network's input, a tenth under %.0f, a tenth over %.0f",
                        sizes.all().median(),
                        sizes.all().low(),
                        sizes.all().high()));
        facts.put("fingerprint", data.fingerprint());
        return facts;
    }

    private static String images(Dataset dataset) {
        return String.format(
                Locale.ROOT, "%,d images, %,d objects", dataset.samples().size(), dataset.objects());
    }

    private Map<String, String> trainingFacts(List<ScoredEntrant> scored) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<Provenance> trained =
                scored.stream().flatMap(one -> one.provenance().stream()).toList();
        long given = scored.stream()
                .filter(one -> one.accuracy().isPresent() && one.provenance().isEmpty())
                .count();
        if (!trained.isEmpty()) {
            facts.put("detectors", trained.size() + " trained from scratch, all alike");
            facts.put(
                    "length",
                    "%d epochs, batch %d"
                            .formatted(
                                    studies.fidelity().epochs(),
                                    studies.fidelity().batch()));
            facts.put("recipe", Recipes.version(studies.recipe()));
            facts.put("seed", studies.seed() + ", and from it one a network");
            facts.put("Falconet", distinct(trained, Provenance::codeVersion));
            for (String part : List.of("djl", "pytorch", "jdk", "os")) {
                facts.put(part, distinct(trained, one -> one.versions().getOrDefault(part, "")));
            }
        }
        if (given > 0) {
            facts.put("given weights", given + " detectors, scored as they are");
        }
        facts.put("scored", "by COCO's rules on the validation images, weights of the last epoch");
        return facts;
    }

    private interface Part {
        String of(Provenance provenance);
    }

    private static String distinct(List<Provenance> trained, Part part) {
        return trained.stream().map(part::of).distinct().collect(Collectors.joining(", "));
    }

    private static Map<String, String> deviceFacts(List<Measurement> measured) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (measured.isEmpty()) {
            return facts;
        }
        put(facts, "name", measured, DeviceProfile::name);
        put(facts, "processor", measured, DeviceProfile::processor);
        put(facts, "runtime", measured, DeviceProfile::runtime);
        put(facts, "threads", measured, device -> String.valueOf(device.threads()));
        facts.put("at the start", MachineWords.of(measured.get(0).before()));
        facts.put(
                "at the end", MachineWords.of(measured.get(measured.size() - 1).after()));
        int rounds = measured.stream().mapToInt(one -> one.rounds().size()).sum();
        int disturbed = measured.stream().mapToInt(Measurement::disturbedRounds).sum();
        facts.put(
                "protocol",
                "%d measurements in %d rounds, of which something else on the device disturbed %d; the quietest stretch counts"
                        .formatted(measured.size(), rounds, disturbed));
        return facts;
    }

    private interface Fact {
        String of(DeviceProfile device);
    }

    private static void put(Map<String, String> facts, String name, List<Measurement> measured, Fact fact) {
        facts.put(
                name,
                measured.stream().map(one -> fact.of(one.device())).distinct().collect(Collectors.joining(", ")));
    }

    private List<String> allNotes(List<Result> results) {
        List<String> all = new ArrayList<>(notes);
        results.stream()
                .filter(result -> result.trouble().isPresent())
                .collect(Collectors.groupingBy(
                        result -> result.trouble().orElseThrow(), LinkedHashMap::new, Collectors.toList()))
                .forEach((why, those) -> all.add("%s: %s."
                        .formatted(
                                those.stream()
                                        .map(result -> result.contender().name())
                                        .collect(Collectors.joining(", ")),
                                why)));
        if (results.stream().anyMatch(result -> result.accuracy().isPresent())) {
            all.add(
                    "Each detector was trained once. On few images another seed moves an accuracy by several hundredths, so small differences say little.");
        }
        if (results.stream().anyMatch(result -> result.contender().searched())) {
            all.add(
                    "Searched detectors were chosen by the images on which all are scored here, and for trainings of the search's length: both flatter them, the more the longer the search was.");
        }
        return all;
    }
}
