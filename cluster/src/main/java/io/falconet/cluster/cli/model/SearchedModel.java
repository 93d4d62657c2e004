package io.falconet.cluster.cli.model;

import io.falconet.results.TrialReference;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.zoo.OutputShapes;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A point of a search space.
 *
 * @param classes how many kinds it was trained for
 * @param trial where it was trained and stored
 */
public record SearchedModel(String name, Architecture architecture, int classes, Optional<TrialReference> trial)
        implements Model {
    /** The space of published models. */
    static final String ZOO = "zoo";
    /** That space's choice of the model. */
    static final String MODEL = "model";

    /** The fact that is the architecture's text. */
    public static final String ARCHITECTURE = "architecture";

    private static final String INPUT = "input";

    /** A point that nobody trained. */
    static SearchedModel of(Architecture architecture, int classes) {
        return new SearchedModel(name(architecture), architecture, classes, Optional.empty());
    }

    /** Such as {@code yolov5n-320}, or the space with a few digits that tell its points apart. */
    private static String name(Architecture architecture) {
        Map<String, String> decisions = architecture.decisions();
        return architecture.space().equals(ZOO) && decisions.keySet().containsAll(List.of(MODEL, INPUT))
                ? decisions.get(MODEL) + "-" + decisions.get(INPUT)
                : "%s-%08x".formatted(architecture.space(), architecture.text().hashCode());
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(ARCHITECTURE, architecture.text());
    }

    @Override
    public Architecture decisions() {
        return architecture;
    }

    @Override
    public Shape image() {
        int side = architecture.number(INPUT);
        return Shape.image(side, side);
    }

    @Override
    public ZooNetwork build(Shape size, int kinds) {
        if (size.height() != size.width()) {
            throw new IllegalArgumentException("Architectures of %s take square images, found %dx%d."
                    .formatted(architecture.space(), size.height(), size.width()));
        }
        if (architecture.space().equals(ZOO)) {
            return ZooModel.named(architecture.decision(MODEL)).recipe().build(size, kinds);
        }
        Map<String, String> decisions = new LinkedHashMap<>(architecture.decisions());
        decisions.put(INPUT, Integer.toString(size.height()));
        Detector detector = SearchSpaces.named(architecture.space())
                .detector(new Architecture(architecture.space(), decisions), kinds);
        return ZooNetwork.of(detector, OutputShapes.maps(detector.network()));
    }
}
