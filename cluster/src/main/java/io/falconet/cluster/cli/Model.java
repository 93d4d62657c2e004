package io.falconet.cluster.cli;

import io.falconet.results.TrialReference;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.zoo.ZooNetwork;
import java.util.Map;
import java.util.Optional;

/** A model as it was named on the command line. */
sealed interface Model permits ConfiguredModel, ImportedModel, PublishedModel, SearchedModel {
    /** What people and files made of it call it. */
    String name();

    /** What people want to know of it first, besides what it costs. */
    Map<String, String> facts();

    /** The images that it is for. */
    Shape image();

    /** How many kinds it tells apart unless it is asked for others; 0 for networks that give maps. */
    int classes();

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
     * @throws io.falconet.cluster.driver.RequestException if Falconet does not train such models
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
