package io.falconet.evaluator.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts a data set together from parsed COCO json, collecting faults on the way. One a file. */
final class CocoAssembly {
    private final Path annotations;
    private final Path folder;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Long, String> categories = new TreeMap<>();
    private final CocoImages images;
    private final Set<Long> annotationIds = new HashSet<>();
    private final Map<Long, ImageObjects> objects = new HashMap<>();

    CocoAssembly(Path annotations, Path folder) {
        this.annotations = annotations;
        this.folder = folder;
        this.images = new CocoImages(folder, faults);
    }

    Reading assemble(JsonNode root) {
        section(root, "categories").forEach(this::category);
        section(root, "images").forEach(images::add);
        List<Long> categoryIds = List.copyOf(categories.keySet());
        int index = 0;
        for (JsonNode node : section(root, "annotations")) {
            annotation(node, index++, categoryIds);
        }
        List<String> classes = List.copyOf(categories.values());
        if (objects.values().stream().allMatch(here -> here.found().isEmpty())) {
            throw nothingLeft();
        }
        List<Sample> samples = new ArrayList<>();
        List<String> digested = new ArrayList<>(classes);
        for (CocoImages.Listed image : images.byId().values()) {
            List<GroundTruth> here =
                    objects.containsKey(image.id()) ? objects.get(image.id()).found() : List.of();
            samples.add(new Sample(image.file(), image.fileName(), image.id(), image.width(), image.height(), here));
            digested.add(image.fileName() + " " + image.id() + " " + image.digest() + " " + here);
        }
        Dataset dataset = new Dataset(classes, categoryIds, samples, Fingerprint.of(digested));
        faults.addAll(EmptyClasses.of(dataset));
        return new Reading(dataset, faults);
    }

    private JsonNode section(JsonNode root, String name) {
        JsonNode section = root.path(name);
        if (!section.isArray()) {
            String found = section.isMissingNode()
                    ? "none"
                    : "a " + section.getNodeType().toString().toLowerCase(Locale.ROOT);
            throw new DatasetException(
                    "A list \"%s\" was expected in %s, found %s.%nMaybe the file holds detections, or another format than COCO's."
                            .formatted(name, annotations, found));
        }
        return section;
    }

    private void category(JsonNode node) {
        JsonNode id = node.path("id");
        if (!id.isIntegralNumber() || !node.path("name").isTextual()) {
            fault(
                    Fault.Kind.MALFORMED_ENTRY,
                    "category " + node,
                    "needs a whole number \"id\" and a \"name\"; left out");
        } else if (categories.putIfAbsent(id.longValue(), node.get("name").textValue()) != null) {
            fault(Fault.Kind.MALFORMED_ENTRY, "category " + id, "has the id of an earlier category; left out");
        }
    }

    private void annotation(JsonNode node, int index, List<Long> categoryIds) {
        JsonNode box = node.path("bbox");
        long id = node.path("id").asLong(index);
        String where = "annotation " + id;
        long imageId = node.path("image_id").asLong(Long.MIN_VALUE);
        if (images.unusable(imageId)) {
            return;
        }
        CocoImages.Listed image = images.byId().get(imageId);
        int classIndex = categoryIds.indexOf(node.path("category_id").asLong(Long.MIN_VALUE));
        if (image == null) {
            fault(
                    Fault.Kind.ABSENT_IMAGE,
                    where,
                    "is for image %s, which is not listed; left out".formatted(node.path("image_id")));
        } else if (classIndex < 0) {
            fault(
                    Fault.Kind.UNKNOWN_CATEGORY,
                    where,
                    "is of category %s, which is not listed; left out".formatted(node.path("category_id")));
        } else if (!annotationIds.add(id)) {
            fault(Fault.Kind.DUPLICATE_ANNOTATION, where, "has the id of an earlier one; left out");
        } else if (box.size() != 4 || !allNumbers(box)) {
            fault(Fault.Kind.MALFORMED_ENTRY, where, "needs a \"bbox\" of four numbers; left out");
        } else {
            BoxEdges edges = new BoxEdges(
                    box.get(0).floatValue(),
                    box.get(1).floatValue(),
                    box.get(2).floatValue(),
                    box.get(3).floatValue());
            object(id, where, image, classIndex, edges, node);
        }
    }

    private void object(long id, String where, CocoImages.Listed image, int classIndex, BoxEdges box, JsonNode node) {
        double area = node.path("area").isNumber() ? node.get("area").doubleValue() : Double.NaN;
        boolean crowd = node.path("iscrowd").asInt() == 1;
        objects.computeIfAbsent(
                        image.id(), i -> new ImageObjects(image.fileName(), image.width(), image.height(), faults))
                .add(new ImageObjects.Entry(classIndex, box, area, crowd, id, where));
    }

    private static boolean allNumbers(JsonNode box) {
        boolean numbers = true;
        for (JsonNode value : box) {
            numbers &= value.isNumber();
        }
        return numbers;
    }

    private DatasetException nothingLeft() {
        Reading reading = new Reading(new Dataset(List.of(), List.of(), ""), faults);
        return new DatasetException(
                "Images with objects were expected in %s, found %d images and no object that can be used.%n%sMaybe the images are in another folder than %s."
                        .formatted(annotations, images.byId().size(), reading.summary(), folder));
    }

    private void fault(Fault.Kind kind, String where, String message) {
        faults.add(new Fault(kind, where, message));
    }
}
