package io.falconet.cluster.cli.study;

import io.falconet.cluster.compare.Contender;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.zoo.ZooNetwork;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A contender of a benchmark, with what is run of it.
 *
 * @param built for its images and the data's classes
 * @param seed by which a study names it, a zoo name or an architecture's text; empty where Falconet does not train it
 * @param untrained why it is not trained, for people; empty where it is
 */
public record Entrant(Contender contender, ZooNetwork built, Optional<String> seed, Optional<String> untrained) {
    private static final long SEED = 0;

    /** The same, also known by another name. */
    public Entrant alias(String name) {
        if (name.equals(contender.name()) || contender.also().contains(name)) {
            return this;
        }
        List<String> also =
                Stream.concat(contender.also().stream(), Stream.of(name)).toList();
        Contender known = new Contender(
                contender.name(),
                contender.family(),
                contender.searched(),
                also,
                contender.input(),
                contender.networkId(),
                contender.complexity(),
                contender.published());
        return new Entrant(known, built, seed, untrained);
    }

    /** What is run on the regions that the network proposes. */
    public Optional<Network> secondStage() {
        return built.format().flatMap(DetectionFormat::secondStage);
    }

    /** The ONNX file of its first stage with weights as they are drawn, on which times do not depend. */
    public byte[] onnx() {
        Detector detector = new Detector(built.network(), built.format().orElseThrow());
        return OnnxWriter.singleImage().write(detector, Weights.initial(built.network(), SEED));
    }

    /** The ONNX file of its second stage. */
    public Optional<byte[]> secondOnnx() {
        return secondStage().map(stage -> OnnxWriter.singleImage()
                .write(stage, OnnxWriter.outputs(stage), Weights.initial(stage, SEED)));
    }

    /** Its first stage for any number of images at a time. */
    public byte[] anyBatch(Optional<byte[]> weights) {
        Network network = built.network();
        Weights values = weights.map(Weights::load).orElseGet(() -> Weights.initial(network, SEED));
        return OnnxWriter.anyBatch().write(network, OnnxWriter.outputs(network), values);
    }
}
