package io.falconet.cluster.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Images of one size side by side on a large one, with their labels.
 *
 * @param image the large one
 * @param annotations in COCO's format
 */
record Mosaic(BufferedImage image, ObjectNode annotations) {
    private static final String NAME = "large.png";

    /** Of those square images of a COCO file that have that side; a row holds that many. */
    static Mosaic of(Path file, Path images, int side, int columns) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode source = json.readTree(file.toFile());
        Map<Integer, Integer> places = new HashMap<>();
        for (JsonNode one : source.get("images")) {
            if (one.get("width").intValue() == side && one.get("height").intValue() == side) {
                places.put(one.get("id").intValue(), places.size());
            }
        }
        int rows = (places.size() + columns - 1) / columns;
        BufferedImage image = new BufferedImage(columns * side, rows * side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (JsonNode one : source.get("images")) {
            Integer place = places.get(one.get("id").intValue());
            if (place != null) {
                BufferedImage part = ImageIO.read(
                        images.resolve(one.get("file_name").textValue()).toFile());
                graphics.drawImage(part, place % columns * side, place / columns * side, null);
            }
        }
        graphics.dispose();
        ObjectNode annotations = json.createObjectNode();
        annotations.set("categories", source.get("categories"));
        annotations
                .putArray("images")
                .addObject()
                .put("id", 1)
                .put("file_name", NAME)
                .put("width", image.getWidth())
                .put("height", image.getHeight());
        ArrayNode objects = annotations.putArray("annotations");
        for (JsonNode one : source.get("annotations")) {
            Integer place = places.get(one.get("image_id").intValue());
            if (place != null) {
                ObjectNode object = ((ObjectNode) one).deepCopy().put("image_id", 1);
                JsonNode box = one.get("bbox");
                object.putArray("bbox")
                        .add(box.get(0).doubleValue() + place % columns * side)
                        .add(box.get(1).doubleValue() + place / columns * side)
                        .add(box.get(2).doubleValue())
                        .add(box.get(3).doubleValue());
                objects.add(object);
            }
        }
        return new Mosaic(image, annotations);
    }

    /** Writes both; returns the annotations' file. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        ImageIO.write(image, "png", folder.resolve("images").resolve(NAME).toFile());
        return Files.writeString(folder.resolve("large.json"), annotations.toPrettyString());
    }
}
