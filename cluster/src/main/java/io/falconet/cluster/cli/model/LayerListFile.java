package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.yolo.OperatorRows;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.yolo.yaml.YoloYamlWriter;
import io.falconet.space.zoo.ZooNetwork;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A model as a layer list in YOLOv5's yaml: by the modules of its authors where they publish it so, otherwise operator by
 * operator.
 */
public final class LayerListFile {
    /** The name of the file. */
    public static final String NAME = "model.yaml";

    private LayerListFile() {}

    /**
     * The file's content.
     *
     * @throws io.falconet.cluster.driver.RequestException if the model cannot be said as a layer list
     */
    static byte[] of(Model model, int classes) {
        Shape image = model.image();
        ZooNetwork built = Requests.check(() -> model.build(image, classes));
        YoloSpec spec = model.layerList()
                .map(list -> list.withClasses(classes))
                .orElseGet(() -> Requests.check(() -> OperatorRows.of(detector(model, built))));
        String facts = model.facts().entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining("\n"));
        String cost = "at %s: %,d parameters, %,d MACs; network %s"
                .formatted(
                        ImageSize.text(image),
                        built.complexity().parameters(),
                        built.complexity().macs(),
                        built.id());
        return YoloYamlWriter.write(spec, facts + "\n" + cost).getBytes(StandardCharsets.UTF_8);
    }

    private static Detector detector(Model model, ZooNetwork built) {
        return new Detector(
                built.network(),
                built.format()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Layer lists end in a detector's head, found %s, which has none. Maybe a detector of falconet zoo."
                                        .formatted(model.name()))));
    }
}
