package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.results.TrialReference;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.space.Architecture;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A model as its configuration has it: what training fitted to the data is as it was stored.
 *
 * @param classes kinds of object as the model's own code counts them, which in some counts the background too
 * @param trial where it was trained, if this store knows it
 * @param kept its files
 */
public record ConfiguredModel(
        String name, Configuration configuration, int classes, Optional<TrialReference> trial, KeptFiles kept)
        implements Model {
    /** A trial. */
    static ConfiguredModel of(String name, Configuration configuration, TrialReference trial, KeptFiles kept) {
        int classes = configuration.model().classes().size();
        return new ConfiguredModel(
                name, configuration.named(name, Optional.of(trial.text())), classes, Optional.of(trial), kept);
    }

    /**
     * The model that train or export wrote to a folder or a zip; nothing where the path is neither.
     *
     * @throws RequestException if its configuration cannot be read, or Falconet builds another network of it
     */
    static Optional<ConfiguredModel> at(Path path) {
        return KeptFiles.at(path)
                .map(kept -> of(
                        kept,
                        ProducedArtifact.CONFIGURATION,
                        path.toAbsolutePath()
                                .normalize()
                                .getFileName()
                                .toString()
                                .replaceFirst("\\.zip$", "")));
    }

    /**
     * The model of a configuration in a file of its own, beside which its others lie.
     *
     * @throws RequestException if it cannot be read, or Falconet builds another network of it
     */
    static ConfiguredModel in(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        KeptFiles kept = KeptFiles.folder(Optional.ofNullable(file.getParent()).orElse(Path.of("")));
        return of(kept, file.getFileName().toString(), folder.getFileName().toString());
    }

    private static ConfiguredModel of(KeptFiles kept, String file, String otherName) {
        String path = kept.path(file);
        Configuration configuration = Requests.check(
                () -> new ConfigurationFormat().read(kept.contents().get(file).get(), path));
        try {
            ModelDescription description = configuration.model();
            Architecture architecture = Architecture.parse(description.architecture());
            if (architecture.space().equals(ImportedModel.SPACE)) {
                throw new IllegalArgumentException(
                        "Architectures of Falconet are built again, found another project's file, %s. Maybe describe that file itself."
                                .formatted(description.architecture()));
            }
            ConfiguredModel model = new ConfiguredModel(
                    configuration.name().orElse(otherName),
                    configuration,
                    counted(architecture, description),
                    Optional.empty(),
                    kept);
            model.build(model.image(), model.classes());
            return model;
        } catch (IllegalArgumentException | ShapeException e) {
            throw new RequestException("%s: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static int counted(Architecture architecture, ModelDescription description) {
        int named = description.classes().size();
        ZooNetwork built = SearchedModel.of(architecture, named).build(image(description), named);
        return built.format().map(format -> 2 * named - format.classes()).orElse(named);
    }

    private ModelDescription description() {
        return configuration.model();
    }

    /** Whether there are weights of it, or ought to be: a configuration alone of a model that nobody trained has none. */
    public boolean holdsWeights() {
        return trained() || kept.has(ProducedArtifact.WEIGHTS) || kept.has(ProducedArtifact.ONNX);
    }

    /** Whether a folder is the one in which its files are. */
    public boolean isIn(Path folder) throws IOException {
        Path files = Path.of(kept.where());
        return trial.isEmpty() && Files.exists(folder) && Files.isSameFile(files, folder);
    }

    /** The architecture without what training made of it. */
    private SearchedModel plain() {
        return SearchedModel.of(architecture(), classes);
    }

    /** The published model that it is, if it is one. */
    private Optional<PublishedModel> published() {
        Architecture architecture = architecture();
        return architecture.space().equals(SearchedModel.ZOO)
                ? ZooModel.find(architecture.decision(SearchedModel.MODEL)).map(PublishedModel::new)
                : Optional.empty();
    }

    @Override
    public Map<String, String> facts() {
        return published().map(PublishedModel::facts).orElseGet(() -> plain().facts());
    }

    @Override
    public Shape image() {
        return image(description());
    }

    private static Shape image(ModelDescription description) {
        return Shape.image(description.input().height(), description.input().width());
    }

    @Override
    public boolean trained() {
        return configuration.measured().isPresent();
    }

    /** The rows of its authors, unless training has changed what they say. */
    @Override
    public Optional<YoloSpec> layerList() {
        boolean asPublished = plain().build(image(), classes())
                .format()
                .equals(build(image(), classes()).format());
        return asPublished ? published().flatMap(PublishedModel::layerList) : Optional.empty();
    }

    @Override
    public ZooNetwork build(Shape size, int kinds) {
        ZooNetwork built = plain().build(size, kinds);
        if (!size.equals(image()) || kinds != classes()) {
            return built;
        }
        Detector restored = description()
                .restore(new Detector(built.network(), built.format().orElseThrow()));
        return new ZooNetwork(built.network(), Optional.of(restored.format()), built.outputs());
    }

    @Override
    public Architecture decisions() {
        return architecture();
    }

    @Override
    public Architecture architecture() {
        return Architecture.parse(description().architecture());
    }
}
