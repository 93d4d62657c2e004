package io.falconet.evaluator.predict;

import io.falconet.evaluator.data.Letterbox;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.data.Pixels;
import io.falconet.evaluator.data.Scenery;
import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.export.Postprocessing;
import io.falconet.evaluator.export.postprocess.DetectionGraph;
import io.falconet.evaluator.export.postprocess.ToldObjects;
import io.falconet.latency.measure.OnnxSession;
import io.falconet.space.block.Detector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A detector as its exported files hold it: the ONNX model sees, the configuration says how images are prepared and
 * outputs read, unless the model tells objects itself. Not for use by several threads at once.
 */
public final class ExportedDetector implements Sight, AutoCloseable {
    /**
     * What of a detector's boxes is told.
     *
     * @param score boxes that score this or less are left out; nothing for what it leaves out when it is scored
     * @param acrossClasses whether a box goes where it overlaps a better one of another class too
     */
    public record Telling(Optional<Float> score, boolean acrossClasses) {
        private DecodingRule rule(DecodingRule standard) {
            NonMaximumSuppression suppression = standard.suppression();
            return new DecodingRule(
                    score.orElse(standard.threshold()),
                    new NonMaximumSuppression(suppression.iou(), suppression.most(), acrossClasses));
        }
    }

    private final NetworkInput input;
    private final List<String> outputs;
    private final DetectionDecoder decoder;
    private final OnnxSession session;

    private ExportedDetector(NetworkInput input, List<String> outputs, DetectionDecoder decoder, OnnxSession session) {
        this.input = input;
        this.outputs = outputs;
        this.decoder = decoder;
        this.session = session;
    }

    /**
     * Loads a detector.
     *
     * @param detector that the described architecture builds
     * @param onnx the model file's content
     * @throws IllegalArgumentException where the model cannot be loaded, nobody knows how its outputs are read, or it leaves
     *     out itself what is to be told
     */
    public static ExportedDetector load(ModelDescription description, Detector detector, byte[] onnx, Telling telling) {
        DetectorFamily family = DetectorFamilies.of(description.restore(detector));
        DecodingRule rule = telling.rule(
                description.postprocessing().map(Postprocessing::rule).orElseGet(family::standard));
        OnnxSession session = new OnnxSession(onnx, 1);
        try {
            NetworkInput input = description.input().prepared();
            Map<String, String> properties = session.properties();
            if (ToldObjects.are(properties)) {
                return new ExportedDetector(
                        input, List.of(DetectionGraph.OUTPUT), ToldObjects.of(properties, rule), session);
            }
            List<String> outputs = description.outputs().stream()
                    .map(ModelDescription.Output::name)
                    .toList();
            return new ExportedDetector(input, outputs, family.decoder(rule), session);
        } catch (IllegalArgumentException e) {
            session.close();
            throw e;
        }
    }

    /** What it sees at a glance: the image is scaled to the network's input as a whole. */
    @Override
    public List<ScoredBox> look(Scenery scene) {
        return look(scene.window(0, 0, scene.width(), scene.height()));
    }

    /** What it sees on pixels, best first, in these pixels. */
    List<ScoredBox> look(Pixels pixels) {
        Letterbox letterbox = input.letterbox(pixels.width(), pixels.height());
        session.read(input.values(pixels));
        Map<String, float[]> found = session.infer();
        return decoder.decode(outputs.stream().map(found::get).toArray(float[][]::new), 0).stream()
                .map(seen -> new ScoredBox(seen.classIndex(), seen.score(), original(seen.box(), letterbox, pixels)))
                .toList();
    }

    private static Box original(Box box, Letterbox letterbox, Pixels pixels) {
        return new Box(
                        letterbox.toOriginalX(box.x1()),
                        letterbox.toOriginalY(box.y1()),
                        letterbox.toOriginalX(box.x2()),
                        letterbox.toOriginalY(box.y2()))
                .within(pixels.width(), pixels.height());
    }

    @Override
    public void close() {
        session.close();
    }
}
