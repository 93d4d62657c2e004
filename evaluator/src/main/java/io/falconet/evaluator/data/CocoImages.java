package io.falconet.evaluator.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The images that a COCO file lists, as far as they are really there. */
final class CocoImages {
    /**
     * One image that is there.
     *
     * @param digest of the file's bytes
     */
    record Listed(Path file, String fileName, long id, int width, int height, String digest) {}

    private final Path folder;
    private final List<Fault> faults;
    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<Long, Listed> byId = new LinkedHashMap<>();
    private final Set<Long> unusable = new HashSet<>();

    /** @param faults to which what is found is added */
    CocoImages(Path folder, List<Fault> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** By id, in the order of the file. */
    Map<Long, Listed> byId() {
        return byId;
    }

    /** Whether an image of that id is listed but cannot be used; its annotations need no fault of their own. */
    boolean unusable(long id) {
        return unusable.contains(id);
    }

    void add(JsonNode node) {
        if (!node.path("id").isIntegralNumber() || !node.path("file_name").isTextual()) {
            fault(
                    Fault.Kind.MALFORMED_ENTRY,
                    "image " + node,
                    "needs a whole number \"id\" and a \"file_name\"; left out");
            return;
        }
        long id = node.get("id").longValue();
        String fileName = node.get("file_name").textValue();
        if (byId.containsKey(id) || unusable.contains(id)) {
            fault(Fault.Kind.DUPLICATE_IMAGE, fileName, "has the id " + id + " of an earlier image; left out");
            return;
        }
        try {
            Path file = folder.resolve(fileName);
            if (!Files.isRegularFile(file)) {
                unusable.add(id);
                fault(Fault.Kind.MISSING_IMAGE, fileName, "is not in " + folder + "; left out with its objects");
                return;
            }
            byId.put(id, listed(node, id, fileName, file));
        } catch (IOException e) {
            unusable.add(id);
            faults.add(Fault.unreadable(fileName, e));
        } catch (InvalidPathException e) {
            unusable.add(id);
            fault(Fault.Kind.MALFORMED_ENTRY, "image " + id, "has a file name that no file can have; left out");
        }
    }

    private Listed listed(JsonNode node, long id, String fileName, Path file) throws IOException {
        byte[] bytes = ImageDecoder.bytes(file);
        ImageDecoder.Size size = decoder.size(bytes);
        int width = node.path("width").asInt(size.width());
        int height = node.path("height").asInt(size.height());
        if (width != size.width() || height != size.height()) {
            fault(
                    Fault.Kind.SIZE_MISMATCH,
                    fileName,
                    "is %d x %d, annotated as %d x %d; the file is believed"
                            .formatted(size.width(), size.height(), width, height));
        }
        return new Listed(file, fileName, id, size.width(), size.height(), Fingerprint.of(bytes));
    }

    private void fault(Fault.Kind kind, String where, String message) {
        faults.add(new Fault(kind, where, message));
    }
}
