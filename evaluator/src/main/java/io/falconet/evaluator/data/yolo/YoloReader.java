package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.Assembly;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads data sets in YOLO's format, by their {@code data.yaml}, darknet's {@code .data} file or lists, or the folder alone. */
public final class YoloReader {
    private YoloReader() {}

    /** Whether a path is such a description, or a folder with one, or a folder with images and labels. */
    public static boolean finds(Path path) {
        return describing(path).isPresent() || Files.isDirectory(path) && YoloFolder.is(path);
    }

    /** Whether a file describes such data, or was meant to. */
    public static boolean describes(Path file) {
        return Files.isRegularFile(file) && describing(file).isPresent();
    }

    /**
     * Reads all parts. Images are not decoded beyond their headers; an image without a label file is left out, one whose
     * label file is empty shows that there is nothing.
     *
     * @throws DatasetException where nothing usable is left of a part
     */
    public static List<Split> read(Path path) {
        YoloDescription description =
                describing(path).map(YoloReader::described).orElseGet(() -> YoloFolder.read(path));
        List<String> classes = classes(description);
        List<Fault> faults = new ArrayList<>(description.faults());
        if (!Folders.extension(path).equals("txt")) { // one list leaves the labels of others aside
            faults.addAll(strays(description));
        }
        if (description.parts().isEmpty()) {
            throw new DatasetException(
                    "Images were expected in %s, found none.%n%sMaybe the lists were written for another folder."
                            .formatted(path, summary(faults)));
        }
        List<Split> splits = new ArrayList<>();
        description.parts().forEach((name, images) -> {
            Assembly assembly = new Assembly(classes, splits.isEmpty() ? faults : List.of());
            images.forEach(image -> read(description.root(), image, assembly));
            splits.add(new Split(name, path, assembly.reading(path)));
        });
        return splits;
    }

    private static Optional<Path> describing(Path path) {
        return (Files.isRegularFile(path) ? Stream.of(path) : Folders.list(path).stream())
                .filter(file -> switch (Folders.extension(file)) {
                    case "yaml", "yml" -> file.equals(path) ? YoloYaml.meant(file) : YoloYaml.is(file);
                    case "data" -> Files.isRegularFile(file);
                    case "txt" -> file.equals(path) && ImageList.is(file);
                    default -> false;
                })
                .findFirst();
    }

    private static YoloDescription described(Path file) {
        return switch (Folders.extension(file)) {
            case "data" -> DarknetData.read(file);
            case "txt" -> YoloFolder.list(file);
            default -> YoloYaml.read(file);
        };
    }

    private static void read(Path root, Path image, Assembly assembly) {
        String name = Folders.shown(root, image);
        Optional<Path> label = LabelFile.of(image);
        if (label.isEmpty()) {
            assembly.fault(
                    Fault.Kind.UNLABELLED_IMAGE,
                    name,
                    "has no label file; left out. Maybe an empty one, where it shows nothing");
            return;
        }
        assembly.image(image, name).ifPresent(objects -> new LabelFile(label.get(), Folders.shown(root, label.get()))
                .read(assembly, objects));
    }

    private static List<String> classes(YoloDescription description) {
        if (!description.classes().isEmpty()) {
            return description.classes();
        }
        int last = description.images().stream()
                .flatMap(image -> LabelFile.of(image).stream())
                .mapToInt(label -> new LabelFile(label, "").lastClass())
                .max()
                .orElse(-1);
        return IntStream.rangeClosed(0, last)
                .mapToObj(index -> "class " + index)
                .toList();
    }

    /** Text files beside the labels which belong to no image. */
    private static List<Fault> strays(YoloDescription description) {
        Set<Path> labels = new HashSet<>();
        Set<Path> folders = new LinkedHashSet<>();
        description.images().stream()
                .flatMap(image -> LabelFile.of(image).stream())
                .forEach(label -> {
                    labels.add(label);
                    folders.add(label.getParent());
                });
        List<Fault> faults = new ArrayList<>();
        for (Path folder : folders) {
            Set<String> images = stems(folder);
            for (Path file : Folders.list(folder)) {
                if (Folders.extension(file).equals("txt") && !labels.contains(file) && !ClassNames.is(file)) {
                    faults.add(stray(description.root(), file, images));
                }
            }
        }
        return faults;
    }

    /** Names of the images whose labels may be in a folder. */
    private static Set<String> stems(Path labels) {
        String text = labels.toString().replace('\\', '/') + "/";
        int at = text.lastIndexOf("/labels/");
        Path images = at < 0 ? labels : Path.of(text.substring(0, at) + "/images/" + text.substring(at + 8));
        return Stream.of(labels, images)
                .flatMap(folder -> Folders.list(folder).stream())
                .filter(Folders::image)
                .map(Folders::stem)
                .collect(Collectors.toSet());
    }

    private static Fault stray(Path root, Path file, Set<String> images) {
        String name = Folders.shown(root, file);
        if (images.contains(Folders.stem(file))) {
            return new Fault(Fault.Kind.UNLISTED_LABEL, name, "is of an image that no part names; left out");
        }
        if (ImageList.is(file)) {
            return new Fault(Fault.Kind.STRAY_FILE, name, "is a list of images among the labels; not read as labels");
        }
        return LabelFile.is(file)
                ? new Fault(
                        Fault.Kind.ABSENT_IMAGE,
                        name,
                        "has %d labels for an image that is not there; left out"
                                .formatted(Folders.lines(file).stream()
                                        .filter(line -> !line.isBlank())
                                        .count()))
                : new Fault(Fault.Kind.STRAY_FILE, name, "is neither labels nor a list; not read");
    }

    private static String summary(List<Fault> faults) {
        StringBuilder text = new StringBuilder();
        faults.stream().limit(5).forEach(fault -> text.append("%s %s%n".formatted(fault.where(), fault.message())));
        return text.toString();
    }
}
