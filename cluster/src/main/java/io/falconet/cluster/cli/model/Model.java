package io.falconet.cluster.cli.model;

import io.falconet.cluster.driver.RequestException;
import io.falconet.results.TrialReference;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.zoo.ZooNetwork;
import java.util.Map;
import java.util.Optional;

/** A model as it was named on the command line. */
public sealed interface Model permits ConfiguredModel, ImportedModel, PublishedModel, SearchedModel {
    /** What people and files made of it call it. */
    String name();

    /** What people want to know of it first, besides what it costs. */
    Map<String, String> facts();

    /** The images that it is for. */
    Shape image();

    /** How many kinds it tells apart unless it is asked for others; 0 for networks that give maps. */
    int classes();

    /**
     * How many kinds to tell apart: those asked for, or its own.
     *
     * @param asked null where nothing was asked
     * @throws RequestException if it cannot tell so many apart
     */
    default int classes(Integer asked) {
        if (asked == null || asked == classes()) {
            return classes();
        }
        if (classes() == 0) {
            throw new RequestException(
                    "%s gives maps and tells no classes apart, found --classes %d.".formatted(name(), asked),
                    "leave --classes away.");
        }
        if (asked < 1) {
            throw new RequestException(
                    "At least 1 class was expected, found --classes " + asked + ".", "a positive number.");
        }
        return asked;
    }

    /**
     * The network for images of that size.
     *
     * @throws io.falconet.space.graph.ShapeException if it cannot take such images
     * @throws IllegalArgumentException if it is not made for such images or so many classes
     */
    ZooNetwork build(Shape size, int kinds);

    /** What it was built from, as configuration files hold it. */
    Architecture decisions();

    /**
     * The decisions by which studies and executors know it.
     *
     * @throws RequestException if Falconet does not train such models
     */
    Architecture architecture();

    /** Where it was trained and stored. */
    default Optional<TrialReference> trial() {
        return Optional.empty();
    }

    /** Whether its weights were learned. */
    default boolean trained() {
        return trial().isPresent();
    }

    /** Its rows, where its authors publish it as a layer list. */
    default Optional<YoloSpec> layerList() {
        return Optional.empty();
    }

    /** What publications say of it. */
    default ClaimListing claims() {
        return new ClaimListing();
    }
}
