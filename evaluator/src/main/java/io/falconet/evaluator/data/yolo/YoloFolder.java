package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Images and labels in a folder that nothing describes, but for lists and a file of class names where there are some. */
final class YoloFolder {
    private static final int DEPTH = 4;

    private YoloFolder() {}

    /** Whether any image has a label. */
    static boolean is(Path folder) {
        return Folders.walk(folder, DEPTH).stream().filter(Folders::image).anyMatch(image -> LabelFile.of(image)
                .isPresent());
    }

    /** Parts by the lists that name images which are there, else by the names of folders, else one part of all. */
    static YoloDescription read(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        List<Path> files = Folders.walk(root, DEPTH);
        List<Fault> faults = new ArrayList<>();
        List<String> classes = files.stream()
                .filter(ClassNames::is)
                .findFirst()
                .map(ClassNames::read)
                .orElse(List.of());
        Map<String, List<Path>> listed = new LinkedHashMap<>();
        for (Path file : files) {
            if (Folders.extension(file).equals("txt") && ImageList.is(file)) {
                listed.put(Split.purpose(Folders.stem(file)), new ImageList(root, file).images(faults));
            }
        }
        YoloDescription byList = new YoloDescription(root, classes, listed, faults);
        return byList.parts().isEmpty()
                ? new YoloDescription(
                        root,
                        classes,
                        byFolder(root, files.stream().filter(Folders::image).toList()),
                        faults)
                : byList;
    }

    /** The images that one list names; a file of class names lies beside it, or in the folder above. */
    static YoloDescription list(Path list) {
        Path root = list.toAbsolutePath().normalize().getParent();
        List<Fault> faults = new ArrayList<>();
        String purpose = Split.purpose(Folders.stem(list));
        List<String> classes = Stream.of(root, root.resolveSibling(".").normalize())
                .flatMap(folder -> Folders.list(folder).stream())
                .filter(ClassNames::is)
                .findFirst()
                .map(ClassNames::read)
                .orElse(List.of());
        return new YoloDescription(
                root,
                classes,
                Map.of(Split.known(purpose) ? purpose : Split.ALL, new ImageList(root, list).images(faults)),
                faults);
    }

    private static Map<String, List<Path>> byFolder(Path root, List<Path> images) {
        Map<String, List<Path>> parts = new LinkedHashMap<>();
        images.forEach(image -> parts.computeIfAbsent(purpose(root, image), name -> new ArrayList<>())
                .add(image));
        return parts.size() > 1 && !parts.containsKey(Split.ALL) ? parts : Map.of(Split.ALL, images);
    }

    private static String purpose(Path root, Path image) {
        return StreamSupport.stream(root.relativize(image.getParent()).spliterator(), false)
                .map(folder -> Split.purpose(folder.toString()))
                .filter(Split::known)
                .findFirst()
                .orElse(Split.ALL);
    }
}
