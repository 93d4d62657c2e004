package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.model.FittingInput;
import io.falconet.cluster.cli.model.PublishedModel;
import io.falconet.cluster.cli.model.SearchedModel;
import io.falconet.cluster.cli.study.Entrant;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.compare.Contender;
import io.falconet.cluster.driver.RequestException;
import io.falconet.space.block.ThunderNetFormat;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Shape;
import io.falconet.space.problem.Spelling;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The published detectors that take part in a benchmark, the cheapest first. Networks that are the same take part once. */
final class ZooField {
    /** The input sizes at which Falconet trains published detectors, and the largest for which they may be published. */
    private static final SearchSpace TRAINED = SearchSpaces.named("zoo");

    private static final String INPUT = "input";

    private final Shape image;
    private final int classes;
    private final Map<String, Entrant> byNetwork = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param image that all read
     * @param classes of the data
     */
    ZooField(Shape image, int classes) {
        this.image = image;
        this.classes = classes;
        List<String> sides = TRAINED.choices().stream()
                .filter(choice -> choice.name().equals(INPUT))
                .findFirst()
                .orElseThrow()
                .options();
        if (image.height() != image.width() || !sides.contains(String.valueOf(image.height()))) {
            throw new RequestException(
                    "Detectors are compared on square images with a side of %s pixels, found --input %s."
                            .formatted(String.join(", ", sides), ImageSize.text(image)),
                    "--input 320.");
        }
    }

    /** The detectors of the zoo with at most that many parameters; which are larger is noted. */
    void addAll(double mostParameters) {
        List<String> larger = new ArrayList<>();
        for (ZooModel model : detectors()) {
            build(model).ifPresent(built -> {
                if (built.complexity().parametersExecuted() > mostParameters) {
                    larger.add(model.name());
                } else {
                    add(model, built);
                }
            });
        }
        if (!larger.isEmpty()) {
            notes.add("%d detectors with more than %,.0f parameters were left out (--max-parameters): %s."
                    .formatted(larger.size(), mostParameters, String.join(", ", larger)));
        }
    }

    /**
     * Those of that name or alias.
     *
     * @throws RequestException if one is none of the zoo's, or detects nothing
     */
    void add(Collection<String> names) {
        List<String> known = detectors().stream().map(ZooModel::name).toList();
        for (String name : names) {
            ZooModel model = ZooModel.find(name)
                    .filter(found -> known.contains(found.name()))
                    .orElseThrow(() -> new RequestException(
                            "A detector of the zoo was expected, found --models %s.".formatted(name),
                            Spelling.nearest(name, known).orElse("another") + "; falconet zoo lists all."));
            build(model).ifPresent(built -> add(model, built));
        }
    }

    /** A detector that a search found. */
    void addSearched(SearchedModel found, String study) {
        ZooNetwork built = found.build(found.image(), classes);
        String name = found.trial().orElseThrow().text();
        Contender contender = new Contender(
                name,
                "search " + study,
                true,
                List.of(),
                found.image(),
                id(built),
                built.complexity(),
                Optional.empty());
        put(name, new Entrant(contender, built, Optional.of(found.architecture().text()), Optional.empty()));
    }

    /** Those that take part. */
    List<Entrant> entrants() {
        return byNetwork.values().stream()
                .sorted(Comparator.comparingLong(
                        entrant -> entrant.contender().complexity().macs()))
                .toList();
    }

    /** Who does not take part, and why. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private static List<ZooModel> detectors() {
        return ZooModel.all().stream()
                .filter(model -> model.task() == ZooModel.Task.DETECTION)
                .toList();
    }

    private Optional<ZooNetwork> build(ZooModel model) {
        int background = model.published().format().orElseThrow() instanceof ThunderNetFormat ? 1 : 0;
        try {
            return Optional.of(new FittingInput(new PublishedModel(model), classes + background).build(image));
        } catch (RequestException unfit) {
            notes.add(unfit.getMessage().lines().collect(Collectors.joining(" ")));
            return Optional.empty();
        }
    }

    private void add(ZooModel model, ZooNetwork built) {
        boolean trained = TRAINED.seeds().containsKey(model.name());
        Complexity complexity = built.complexity();
        Contender contender = new Contender(
                model.name(), family(model), false, List.of(), image, id(built), complexity, Optional.of(model));
        put(
                model.name(),
                new Entrant(
                        contender,
                        built,
                        trained ? Optional.of(model.name()) : Optional.empty(),
                        trained ? Optional.empty() : Optional.of("not trained: no recipe yet")));
    }

    /** Detectors of two stages may have the same first one. */
    private static String id(ZooNetwork built) {
        return built.id()
                + built.stages().stream().skip(1).map(stage -> "+" + stage.id()).collect(Collectors.joining());
    }

    private void put(String name, Entrant entrant) {
        byNetwork.merge(entrant.contender().networkId(), entrant, (known, same) -> known.alias(name));
    }

    private static String family(ZooModel model) {
        return model.source().startsWith("Falconet's assembly") ? "Falconet's assemblies" : model.source();
    }
}
