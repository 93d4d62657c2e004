package io.falconet.evaluator.data.voc;

import io.falconet.evaluator.data.Assembly;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.ImageObjects;
import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.data.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of one VOC folder.
 *
 * @param path from which files are named
 * @param labels by the name of their file without its extension
 * @param classes of all folders together
 */
record VocParts(Path path, VocFolder folder, Map<String, VocAnnotation> labels, List<String> classes) {
    /** Each list's part, or all images as one part of that name where there is no list. */
    List<Split> read(String name, List<Fault> faults) {
        List<Fault> found = new ArrayList<>(faults);
        Map<String, Path> images = images();
        images.forEach((stem, image) -> {
            if (!labels.containsKey(stem)
                    && faults.stream().noneMatch(fault -> fault.where().equals(shown(stem)))) {
                found.add(new Fault(
                        Fault.Kind.UNLABELLED_IMAGE, Folders.shown(path, image), "has no xml file; left out"));
            }
        });
        List<Path> lists = folder.lists();
        if (lists.isEmpty()) {
            return List.of(new Split(name, folder.annotations(), part(labels.keySet(), images, found)));
        }
        Set<String> listed = new HashSet<>();
        lists.forEach(list -> listed.addAll(entries(list).keySet()));
        labels.keySet().stream()
                .filter(stem -> !listed.contains(stem))
                .forEach(stem -> found.add(new Fault(
                        Fault.Kind.UNLISTED_LABEL,
                        shown(stem),
                        "is in none of the lists of ImageSets/Main; left out")));
        List<Split> splits = new ArrayList<>();
        for (Path list : lists) {
            splits.add(new Split(
                    Folders.stem(list),
                    folder.annotations(),
                    part(list, images, splits.isEmpty() ? found : List.of())));
        }
        return splits;
    }

    private String shown(String stem) {
        return Folders.shown(path, folder.annotations().resolve(stem + ".xml"));
    }

    private Map<String, Path> images() {
        Map<String, Path> images = new LinkedHashMap<>();
        Folders.list(folder.images()).stream()
                .filter(Folders::image)
                .forEach(image -> images.putIfAbsent(Folders.stem(image), image));
        return images;
    }

    /** The line of each entry, from 1. */
    private static Map<String, Integer> entries(Path list) {
        Map<String, Integer> entries = new LinkedHashMap<>();
        int line = 0;
        for (String text : Folders.lines(list)) {
            line++;
            if (!text.isBlank()) {
                entries.putIfAbsent(text.strip().split("\\s+")[0], line);
            }
        }
        return entries;
    }

    private Reading part(Path list, Map<String, Path> images, List<Fault> faults) {
        List<Fault> found = new ArrayList<>(faults);
        List<String> stems = new ArrayList<>();
        entries(list).forEach((stem, line) -> {
            if (labels.containsKey(stem)) {
                stems.add(stem);
            } else {
                found.add(new Fault(
                        Fault.Kind.UNRESOLVED_LIST,
                        Folders.shown(path, list) + ":" + line,
                        "names %s, of which there is no readable xml file; left out".formatted(stem)));
            }
        });
        return part(stems, images, found);
    }

    private Reading part(Iterable<String> stems, Map<String, Path> images, List<Fault> faults) {
        Assembly assembly = new Assembly(classes, faults);
        for (String stem : stems) {
            VocAnnotation label = labels.get(stem);
            Stream.of(
                            images.get(stem),
                            folder.images().resolve(label.imageName().isEmpty() ? stem : label.imageName()))
                    .filter(image -> image != null && Files.isRegularFile(image))
                    .findFirst()
                    .ifPresentOrElse(
                            image -> assembly.image(image, Folders.shown(path, image))
                                    .ifPresent(objects -> objects(assembly, label, objects)),
                            () -> assembly.fault(
                                    Fault.Kind.ABSENT_IMAGE,
                                    Folders.shown(path, label.file()),
                                    "is for %s, which is not in %s; left out"
                                            .formatted(
                                                    label.imageName().isEmpty() ? stem : label.imageName(),
                                                    Folders.shown(path, folder.images()))));
        }
        return assembly.reading(folder.root());
    }

    private void objects(Assembly assembly, VocAnnotation label, ImageObjects objects) {
        String file = Folders.shown(path, label.file());
        if (label.width() > 0 && (label.width() != objects.width() || label.height() != objects.height())) {
            assembly.fault(
                    Fault.Kind.SIZE_MISMATCH,
                    file,
                    "says %d x %d, but the image is %d x %d; the image is believed"
                            .formatted(label.width(), label.height(), objects.width(), objects.height()));
        }
        for (VocObject object : label.objects()) {
            String where = file + ":" + object.line();
            int classIndex = classes.indexOf(object.className());
            if (classIndex < 0 || object.box().isEmpty()) {
                assembly.fault(
                        Fault.Kind.MALFORMED_ENTRY,
                        where,
                        "needs a name and a bndbox with xmin, ymin, xmax and ymax; left out");
            } else {
                objects.add(new ImageObjects.Entry(
                        classIndex, object.box().get(), Double.NaN, false, object.line(), where));
            }
        }
    }
}
