package io.falconet.cluster.cli.model;

import io.falconet.cluster.driver.RequestException;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.zoo.YoloRecipe;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A model of the zoo. */
public record PublishedModel(ZooModel zoo) implements Model {
    @Override
    public String name() {
        return zoo.name();
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("model", zoo.name());
        if (!zoo.aliases().isEmpty()) {
            facts.put("also called", String.join(", ", zoo.aliases()));
        }
        facts.put("for", zoo.task().name().toLowerCase(Locale.ROOT));
        facts.put("source", zoo.source());
        return facts;
    }

    @Override
    public Shape image() {
        return zoo.image();
    }

    @Override
    public int classes() {
        return zoo.classes();
    }

    @Override
    public Optional<YoloSpec> layerList() {
        return zoo.recipe() instanceof YoloRecipe listed ? Optional.of(listed.spec()) : Optional.empty();
    }

    @Override
    public ClaimListing claims() {
        return new ClaimListing().add(zoo, zoo.claims());
    }

    @Override
    public ZooNetwork build(Shape size, int kinds) {
        return zoo.recipe().build(size, kinds);
    }

    @Override
    public Architecture decisions() {
        return Architecture.parse(
                "zoo:model=%s,input=%d".formatted(zoo.name(), zoo.image().height()));
    }

    @Override
    public Architecture architecture() {
        SearchSpace trained = SearchSpaces.named("zoo");
        try {
            return trained.architecture(trained.options(decisions()));
        } catch (IllegalArgumentException e) {
            List<String> able = trained.choices().get(0).options();
            throw new RequestException(
                    "Falconet trains %s, found %s.".formatted(String.join(", ", able), zoo.name()),
                    "falconet describe, profile or export, which take every model of the zoo.");
        }
    }
}
