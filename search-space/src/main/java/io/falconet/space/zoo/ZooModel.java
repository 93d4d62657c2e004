package io.falconet.space.zoo;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published model.
 *
 * @param name lower case
 * @param aliases what else it is called, such as the name of its authors' configuration file
 * @param task what it was published for
 * @param source authors and project
 * @param image the image that it was published for
 * @param classes that it was published for; 0 for backbones
 * @param claims what publications say that it costs
 * @param reported what publications say that it reaches
 * @param recipe builds it
 */
public record ZooModel(
        String name,
        List<String> aliases,
        Task task,
        String source,
        Shape image,
        int classes,
        List<Claim> claims,
        List<ReportedResult> reported,
        Recipe recipe) {
    /** What a model is for. */
    public enum Task {
        DETECTION,
        CLASSIFICATION,
        SEGMENTATION,
        BACKBONE
    }

    /** Builds a model. */
    @FunctionalInterface
    public interface Recipe {
        /**
         * The model for images of that size.
         *
         * @param classes how many kinds are told apart, as the model's own code counts them
         * @throws io.falconet.space.graph.ShapeException if the model cannot take such images
         */
        ZooNetwork build(Shape image, int classes);
    }

    public ZooModel {
        aliases = List.copyOf(aliases);
        claims = List.copyOf(claims);
        reported = List.copyOf(reported);
    }

    /** A detector published for COCO's 80 kinds of object on square images. */
    public static ZooModel detector(String name, String source, int side, Recipe recipe) {
        return published(name, Task.DETECTION, source, side, 80, recipe);
    }

    /** A classifier published for ImageNet's 1000 kinds on images of 224 pixels a side. */
    public static ZooModel classifier(String name, String source, Recipe recipe) {
        return published(name, Task.CLASSIFICATION, source, 224, 1000, recipe);
    }

    /** A network that gives maps. */
    public static ZooModel backbone(String name, String source, int side, Recipe recipe) {
        return published(name, Task.BACKBONE, source, side, 0, recipe);
    }

    private static ZooModel published(String name, Task task, String source, int side, int classes, Recipe recipe) {
        return new ZooModel(
                name, List.of(), task, source, Shape.image(side, side), classes, List.of(), List.of(), recipe);
    }

    /** The same model, also found under these names. */
    public ZooModel alias(String... names) {
        return new ZooModel(name, List.of(names), task, source, image, classes, claims, reported, recipe);
    }

    /** The same model with what publications say of it. */
    public ZooModel claims(Claim... said) {
        return new ZooModel(name, aliases, task, source, image, classes, List.of(said), reported, recipe);
    }

    /** The same model with what publications say that it reaches. */
    public ZooModel reported(ReportedResult... said) {
        return new ZooModel(name, aliases, task, source, image, classes, claims, List.of(said), recipe);
    }

    /** The same model, published for other images, classes, or another task. */
    public ZooModel publishedFor(Task otherTask, Shape otherImage, int otherClasses) {
        return new ZooModel(name, aliases, otherTask, source, otherImage, otherClasses, claims, reported, recipe);
    }

    /** The model as published. */
    public ZooNetwork published() {
        return recipe.build(image, classes);
    }

    /**
     * The detector for images of that size.
     *
     * @throws IllegalArgumentException if the model is none
     */
    public Detector detector(Shape size, int kinds) {
        ZooNetwork built = recipe.build(size, kinds);
        return new Detector(
                built.network(),
                built.format()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "A detector was expected, found %s, which is for %s. Maybe one of its detectors: falconet zoo lists them."
                                        .formatted(name, task.name().toLowerCase(Locale.ROOT)))));
    }

    private boolean answersTo(String text) {
        return name.equalsIgnoreCase(text) || aliases.stream().anyMatch(text::equalsIgnoreCase);
    }

    /** The model of that name or alias, in upper or lower case. */
    public static Optional<ZooModel> find(String text) {
        return Zoo.MODELS.stream().filter(model -> model.answersTo(text)).findFirst();
    }

    /** All models, in the order in which they are listed. */
    public static List<ZooModel> all() {
        return Zoo.MODELS;
    }

    /**
     * The model of that name.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static ZooModel named(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("The zoo has %s, found \"%s\". Maybe a typing error."
                        .formatted(
                                String.join(
                                        ", ", all().stream().map(ZooModel::name).toList()),
                                text)));
    }
}
