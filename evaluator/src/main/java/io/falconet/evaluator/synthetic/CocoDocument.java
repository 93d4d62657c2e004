package io.falconet.evaluator.synthetic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** COCO annotations being collected; ids count from 1. */
final class CocoDocument {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode root = mapper.createObjectNode();
    private final ArrayNode images;
    private final ArrayNode annotations;

    CocoDocument() {
        root.putObject("info").put("description", "Small flying objects, generated");
        images = root.putArray("images");
        annotations = root.putArray("annotations");
        ArrayNode categories = root.putArray("categories");
        for (Craft craft : Craft.values()) {
            categories.addObject().put("id", craft.ordinal() + 1).put("name", craft.label());
        }
    }

    /** One image as it is annotated. */
    record Entry(String fileName, int width, int height, List<Scene.Labelled> objects) {}

    void add(Entry entry) {
        int imageId = images.size() + 1;
        images.addObject()
                .put("id", imageId)
                .put("file_name", entry.fileName())
                .put("width", entry.width())
                .put("height", entry.height());
        for (Scene.Labelled object : entry.objects()) {
            Canvas.Silhouette seen = object.seen();
            ObjectNode annotation = annotations.addObject();
            annotation
                    .put("id", annotations.size())
                    .put("image_id", imageId)
                    .put("category_id", object.craft().ordinal() + 1)
                    .put("area", seen.area())
                    .put("iscrowd", 0);
            annotation
                    .putArray("bbox")
                    .add(seen.x())
                    .add(seen.y())
                    .add(seen.width())
                    .add(seen.height());
        }
    }

    void write(Path file) throws IOException {
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }
}
