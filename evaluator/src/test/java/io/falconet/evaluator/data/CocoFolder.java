package io.falconet.evaluator.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A data set being made in a folder, with whatever faults a test wants. Category 1 is {@code square}. */
final class CocoFolder {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode root = mapper.createObjectNode();
    private final ArrayNode images = root.putArray("images");
    private final ArrayNode annotations = root.putArray("annotations");
    private final ArrayNode categories = root.putArray("categories");
    private final Path folder;

    CocoFolder(Path folder) {
        this.folder = folder;
        category(1, "square");
    }

    CocoFolder category(long id, String name) {
        categories.addObject().put("id", id).put("name", name);
        return this;
    }

    /** Lists an image without writing it. */
    CocoFolder listed(long id, String name, int width, int height) {
        images.addObject()
                .put("id", id)
                .put("file_name", name)
                .put("width", width)
                .put("height", height);
        return this;
    }

    /** A grey image with a red square at the place, which is labelled. */
    CocoFolder square(long id, int width, int height, int x, int y, int side) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(x, y, side, side);
        graphics.dispose();
        ImageIO.write(image, "png", folder.resolve(id + ".png").toFile());
        return listed(id, id + ".png", width, height).object(100 + id, id, 1, x, y, side, side);
    }

    /** The last object's entry can be changed through {@link #last}. */
    CocoFolder object(long id, long image, long category, double x, double y, double width, double height) {
        annotations
                .addObject()
                .put("id", id)
                .put("image_id", image)
                .put("category_id", category)
                .putArray("bbox")
                .add(x)
                .add(y)
                .add(width)
                .add(height);
        return this;
    }

    /** The object added last. */
    ObjectNode last() {
        return (ObjectNode) annotations.get(annotations.size() - 1);
    }

    ObjectNode root() {
        return root;
    }

    Path file() throws IOException {
        Path file = folder.resolve("annotations.json");
        Files.writeString(file, root.toPrettyString());
        return file;
    }

    Reading read() throws IOException {
        return CocoReader.read(file(), folder);
    }
}
