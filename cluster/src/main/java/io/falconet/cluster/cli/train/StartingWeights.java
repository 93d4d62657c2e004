package io.falconet.cluster.cli.train;

import io.falconet.cluster.cli.model.ConfiguredModel;
import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.model.ModelFiles;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.Configuration.ExportedFile;
import io.falconet.evaluator.train.Pretrained;
import io.falconet.space.block.Detector;
import io.falconet.space.zoo.ZooNetwork;

/** The weights from which a training goes on. */
final class StartingWeights {
    private StartingWeights() {}

    /**
     * Those of a model.
     *
     * @throws RequestException if it has none
     */
    static Pretrained of(Model model) {
        if (!(model instanceof ConfiguredModel configured) || !configured.holdsWeights()) {
            throw new RequestException(
                    "A model with weights was expected, found %s, which nobody trained.".formatted(model.name()),
                    "a folder or zip that falconet train or export wrote, or study:trial.");
        }
        byte[] content =
                ModelFiles.of(model, null).get(ProducedArtifact.WEIGHTS).get();
        ZooNetwork built = Requests.check(() -> model.build(model.image(), model.classes()));
        return new Pretrained(
                new Detector(built.network(), built.format().orElseThrow()),
                Requests.check(() -> Weights.load(content)),
                ExportedFile.of(ProducedArtifact.WEIGHTS, content).sha256());
    }
}
