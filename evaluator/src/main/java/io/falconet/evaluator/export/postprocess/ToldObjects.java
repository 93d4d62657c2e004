package io.falconet.evaluator.export.postprocess;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.ScoredBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the rows of a model that does its {@linkplain DetectionGraph post-processing} itself.
 *
 * @param threshold scores at or below it are dropped
 */
public record ToldObjects(float threshold) implements DetectionDecoder {
    static final String LAYOUT = "detections";
    static final String SCORE = "detections.score";
    static final String ACROSS_CLASSES = "detections.acrossClasses";

    /** Whether a model of these metadata tells objects itself. */
    public static boolean are(Map<String, String> properties) {
        return properties.containsKey(LAYOUT);
    }

    /**
     * The objects that a model of these metadata tells.
     *
     * @param wanted what is asked for; how far boxes may overlap, and how many there are, is the model's own
     * @throws IllegalArgumentException if the model leaves out what is asked for
     */
    public static ToldObjects of(Map<String, String> properties, DecodingRule wanted) {
        float score = Float.parseFloat(properties.getOrDefault(SCORE, "0"));
        if (wanted.threshold() < score) {
            throw new IllegalArgumentException(
                    "A model that tells what scores over %s was expected, found one whose own post-processing leaves out what scores %s or less. Maybe --score %s; or the model.onnx beside it, which leaves out nothing."
                            .formatted(wanted.threshold(), score, score));
        }
        boolean across = Boolean.parseBoolean(properties.get(ACROSS_CLASSES));
        if (wanted.suppression().acrossClasses() != across) {
            throw new IllegalArgumentException(
                    "A model that compares boxes %s was expected, found one whose own post-processing compares them %s. Maybe %s --class-agnostic; or the model.onnx beside it."
                            .formatted(words(!across), words(across), across ? "with" : "without"));
        }
        return new ToldObjects(wanted.threshold());
    }

    private static String words(boolean acrossClasses) {
        return acrossClasses ? "of all classes" : "class by class";
    }

    @Override
    public List<ScoredBox> decode(float[][] outputs, int image) {
        float[] rows = outputs[0];
        List<ScoredBox> told = new ArrayList<>();
        for (int row = 0; row < rows.length; row += DetectionGraph.COLUMNS.size()) {
            float score = rows[row + 4];
            if (score > threshold) {
                Box box = new Box(rows[row], rows[row + 1], rows[row + 2], rows[row + 3]);
                told.add(new ScoredBox((int) rows[row + 5], score, box));
            }
        }
        return told;
    }
}
