package io.falconet.cluster.cli.export;

import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.verify.ExportParity;
import io.falconet.space.zoo.ZooModel;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The models of the zoo whose export is proved. */
final class ExportedModels {
    @Option(
            names = "--exports",
            required = true,
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "WORD",
            description = "Prove the export of the zoo's models, those whose name contains it (default: all), instead.")
    private String word;

    @Option(
            names = "--input",
            paramLabel = "SIDE",
            defaultValue = "160",
            description =
                    "Of the square images, in pixels; a model that cannot take them reads those that it is for (default: ${DEFAULT-VALUE}).")
    private int side;

    /** What is to be proved. */
    ExportParity parity() {
        String lower = word.toLowerCase(Locale.ROOT);
        List<ZooModel> models = ZooModel.all().stream()
                .filter(model -> model.name().contains(lower))
                .toList();
        if (models.isEmpty() || side < 1) {
            throw new RequestException(
                    "Models of the zoo and a side of at least 1 pixel were expected, found --exports %s --input %d."
                            .formatted(word, side),
                    "falconet zoo, which lists all.");
        }
        return new ExportParity(models, side);
    }
}
