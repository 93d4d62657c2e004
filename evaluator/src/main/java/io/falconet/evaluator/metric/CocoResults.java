package io.falconet.evaluator.metric;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads detections in COCO's results format: a list of {@code {image_id, category_id, bbox: [x, y, width, height],
 * score}}.
 *
 * @see <a href="https://cocodataset.org/#format-results">COCO results format</a>
 */
public final class CocoResults {
    private CocoResults() {}

    /**
     * The detections of a file. Those of categories that the data set does not have are left out, as pycocotools does.
     *
     * @throws DatasetException where the file holds something else
     */
    public static List<Detection> read(Path file, Dataset dataset) {
        return detections(JsonFile.read(file, "detections"), dataset);
    }

    static List<Detection> detections(JsonNode list, Dataset dataset) {
        if (!list.isArray()) {
            throw new DatasetException(
                    "A list of detections was expected, found another kind of json.%nMaybe the file holds annotations."
                            .formatted());
        }
        List<Detection> detections = new ArrayList<>();
        for (JsonNode node : list) {
            JsonNode box = node.path("bbox");
            if (box.size() != 4 || !node.path("score").isNumber()) {
                throw new DatasetException(
                        "A detection with \"bbox\" of four numbers and a \"score\" was expected, found %s.%nMaybe the file holds annotations."
                                .formatted(node));
            }
            int classIndex =
                    dataset.categoryIds().indexOf(node.path("category_id").asLong(Long.MIN_VALUE));
            if (classIndex >= 0) {
                double x = box.get(0).doubleValue();
                double y = box.get(1).doubleValue();
                detections.add(new Detection(
                        node.path("image_id").asLong(Long.MIN_VALUE),
                        classIndex,
                        node.get("score").floatValue(),
                        (float) x,
                        (float) y,
                        (float) (x + box.get(2).doubleValue()),
                        (float) (y + box.get(3).doubleValue())));
            }
        }
        return detections;
    }
}
