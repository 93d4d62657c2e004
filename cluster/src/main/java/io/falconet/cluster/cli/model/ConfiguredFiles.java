package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.graph.Network;
import io.falconet.space.zoo.ZooNetwork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files of a model that was trained or exported. A file that its configuration names is taken as it is, once its digest
 * is right; any other is made of the weights, and is the same byte for byte.
 */
record ConfiguredFiles(ConfiguredModel model) {
    /** What to do where a file is not there. */
    static final String REMEDY = "export the model again with --to zip, which holds all of its files.";

    /** The content of each file by name, read or made when it is asked for. */
    Map<String, Supplier<byte[]>> contents() {
        MadeFiles made = new MadeFiles(this::built, () -> model.configuration().properties(), network -> weights());
        Map<String, Supplier<byte[]>> contents = new LinkedHashMap<>(made.contents());
        secondStage().ifPresent(stage -> contents.putAll(made.contents(stage)));
        contents.replaceAll((name, make) -> () -> content(name, make));
        contents.put(ProducedArtifact.WEIGHTS, this::checkedWeights);
        contents.put(ProducedArtifact.CONFIGURATION, () -> new ConfigurationFormat().write(model.configuration()));
        model.configuration().files().stream()
                .map(Configuration.ExportedFile::name)
                .filter(model.kept()::has)
                .forEach(name -> contents.putIfAbsent(name, () -> kept(name)));
        return contents;
    }

    /** A file that the configuration does not name may be of another model: only where nothing can be made it will do. */
    private byte[] content(String name, Supplier<byte[]> make) {
        boolean canBeMade = model.kept().has(ProducedArtifact.WEIGHTS);
        boolean named = model.configuration().file(name).isPresent();
        if (model.kept().has(name) && (named || !canBeMade)) {
            return kept(name);
        }
        if (!canBeMade) {
            throw new RequestException(
                    "%s was expected, or %s to make it of, found %s."
                            .formatted(
                                    model.kept().path(name),
                                    ProducedArtifact.WEIGHTS,
                                    String.join(", ", model.kept().contents().keySet())),
                    REMEDY);
        }
        return make.get();
    }

    private byte[] kept(String name) {
        return model.kept().content(name, model.configuration());
    }

    private ZooNetwork built() {
        return Requests.check(() -> model.build(model.image(), model.classes()));
    }

    /** Trials have none: what has two stages is not trained. */
    private Optional<Network> secondStage() {
        return model.trial().isPresent() ? Optional.empty() : built().format().flatMap(DetectionFormat::secondStage);
    }

    private byte[] checkedWeights() {
        byte[] content = kept(ProducedArtifact.WEIGHTS);
        if (model.trial().isEmpty()) {
            check(content);
        }
        return content;
    }

    private Weights weights() {
        return check(kept(ProducedArtifact.WEIGHTS));
    }

    /** The weights of a file's content. */
    private Weights check(byte[] content) {
        try {
            Weights weights = Weights.load(content);
            weights.check(built().stages());
            return weights;
        } catch (IllegalArgumentException e) {
            throw new RequestException(
                    "%s: %s".formatted(model.kept().path(ProducedArtifact.WEIGHTS), e.getMessage()), e);
        }
    }
}
