package io.falconet.cluster.cli.model;

import io.falconet.cluster.driver.RequestException;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.darknet.CfgReader;
import io.falconet.space.darknet.DarknetModel;
import io.falconet.space.graph.Shape;
import io.falconet.space.problem.ModelFileException;
import io.falconet.space.space.Architecture;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.yolo.yaml.YoloYamlReader;
import io.falconet.space.zoo.Darknet;
import io.falconet.space.zoo.OutputShapes;
import io.falconet.space.zoo.YoloRecipe;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model out of another project's configuration file.
 *
 * @param file where it stands
 * @param image the images that it is for
 * @param layerList the rows, where it is written as such
 * @param recipe builds it
 */
record ImportedModel(Path file, Shape image, int classes, Optional<YoloSpec> layerList, ZooModel.Recipe recipe)
        implements Model {
    /** What stands for a space in the decisions of such models. */
    static final String SPACE = "file";

    /** What YOLOv5 trains at, since its files do not say it. */
    private static final Shape USUAL = Shape.image(640, 640);

    /** A layer list as YOLOv5 writes it. */
    static ImportedModel yaml(Path file) {
        try {
            YoloSpec spec = YoloYamlReader.read(file);
            ZooModel.Recipe recipe = (image, classes) -> {
                Detector detector = spec.withClasses(classes).detector(image);
                return detector.format() instanceof AnchorFormat
                        ? new YoloRecipe(spec).build(image, classes)
                        : ZooNetwork.of(detector, OutputShapes.maps(detector.network()));
            };
            return new ImportedModel(file, USUAL, spec.classes(), Optional.of(spec), recipe);
        } catch (ModelFileException e) {
            throw new RequestException(e.getMessage(), e);
        }
    }

    /** A darknet configuration. */
    static ImportedModel cfg(Path file) {
        try {
            DarknetModel model = CfgReader.read(file);
            int classes = model.detector().format().classes();
            return new ImportedModel(file, model.image(), classes, Optional.empty(), new Darknet(model));
        } catch (ModelFileException e) {
            throw new RequestException(e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("file", file.toString());
        layerList.ifPresent(spec -> facts.put("modules of", spec.dialect().label()));
        return facts;
    }

    @Override
    public ZooNetwork build(Shape size, int kinds) {
        return recipe.build(size, kinds);
    }

    @Override
    public Architecture decisions() {
        return new Architecture(SPACE, Map.of("name", file.getFileName().toString()));
    }

    @Override
    public Architecture architecture() {
        throw new RequestException(
                "Falconet trains architectures of its spaces and models of the zoo, found the file %s.".formatted(file),
                "falconet describe, profile or export, which take such files.");
    }
}
