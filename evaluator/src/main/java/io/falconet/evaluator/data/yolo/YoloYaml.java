package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.Split;
import io.falconet.space.problem.Problem;
import io.falconet.space.yaml.YamlDocument;
import io.falconet.space.yaml.YamlSection;
import io.falconet.space.yaml.YamlValue;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a {@code data.yaml}: {@code names} as a list or by number, {@code train}, {@code val} and {@code test} each as a
 * folder, an image list, a path with wildcards or several of these, relative to {@code path} or to the file.
 */
final class YoloYaml {
    private static final YamlDocument KIND =
            new YamlDocument("a YOLO data file", "names: [first, second] on a line, train: images/train on the next.");
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("train", Split.TRAIN),
            Map.entry("val", Split.VALIDATION),
            Map.entry("valid", Split.VALIDATION),
            Map.entry("test", Split.TEST));

    private final Path file;
    private final Path root;
    private final List<Fault> faults = new ArrayList<>();

    private YoloYaml(Path file) {
        this.file = file;
        this.root = file.toAbsolutePath().normalize().getParent();
    }

    /** Whether a file is one, by its keys. */
    static boolean is(Path file) {
        List<String> lines = Folders.lines(file);
        return lines.stream().anyMatch(line -> line.startsWith("names:"))
                && lines.stream().anyMatch(line -> line.matches("(train|val|valid|test):.*"));
    }

    /** Whether a file that somebody names as data is meant as one: it has some of the keys, and none of a study's. */
    static boolean meant(Path file) {
        List<String> lines = Folders.lines(file);
        return lines.stream().anyMatch(line -> line.matches("(names|nc|train|val|valid|test):.*"))
                && lines.stream().noneMatch(line -> line.matches("(space|objectives|trials|fidelity):.*"));
    }

    /**
     * Reads a file.
     *
     * @throws DatasetException with all problems and their lines where it is no such file
     */
    static YoloDescription read(Path file) {
        List<Problem> problems = new ArrayList<>();
        Optional<YoloDescription> description = KIND.read(String.join("\n", Folders.lines(file)), problems)
                .map(section -> new YoloYaml(file).description(section));
        if (!problems.isEmpty()) {
            throw new DatasetException(Problem.list(file.toString(), problems));
        }
        return description.orElseThrow();
    }

    private YoloDescription description(YamlSection section) {
        List<String> classes =
                section.require("names", "[first, second]").map(this::names).orElse(List.of());
        section.find("nc")
                .flatMap(value -> value.whole(0, Integer.MAX_VALUE))
                .filter(count -> count != classes.size())
                .ifPresent(count -> faults.add(new Fault(
                        Fault.Kind.MALFORMED_ENTRY,
                        where(section.find("nc").orElseThrow()),
                        "says %d classes, but %d are named; the names are believed".formatted(count, classes.size()))));
        List<Path> bases = new ArrayList<>();
        section.find("path")
                .filter(value -> !value.is(""))
                .flatMap(YamlValue::text)
                .ifPresent(text -> bases.add(root.resolve(text)));
        bases.add(root);
        Map<String, List<Path>> parts = new LinkedHashMap<>();
        for (Map.Entry<String, String> part : PARTS) {
            section.find(part.getKey())
                    .filter(value -> !value.nothing())
                    .ifPresent(value -> parts.put(part.getValue(), images(value, bases)));
        }
        return new YoloDescription(root, classes, parts, faults);
    }

    private List<String> names(YamlValue value) {
        if (value.isList()) {
            return value.items().stream().map(item -> item.text().orElse("")).toList();
        }
        Map<Integer, String> byNumber = new TreeMap<>();
        value.section("[first, second]").ifPresent(section -> section.all().forEach((key, name) -> {
            if (key.matches("\\d{1,6}")) {
                byNumber.put(Integer.valueOf(key), name.text().orElse(""));
            } else {
                name.problem("names needs numbers from 0 on as keys, found " + key + ".", "Maybe a list of names.");
            }
        }));
        List<String> names = new ArrayList<>();
        byNumber.forEach((number, name) -> {
            while (names.size() < number) {
                names.add("class " + names.size());
            }
            names.add(name);
        });
        return names;
    }

    private List<Path> images(YamlValue value, List<Path> bases) {
        List<YamlValue> entries = value.isList() ? value.items() : List.of(value);
        List<Path> images = new ArrayList<>();
        for (YamlValue entry : entries) {
            entry.text().ifPresent(text -> {
                List<Path> places = places(text.replace('\\', '/'), bases);
                places.forEach(place -> images.addAll(images(place)));
                if (places.isEmpty()) {
                    faults.add(new Fault(Fault.Kind.UNRESOLVED_LIST, where(entry), absent(text, bases)));
                }
            });
        }
        return images.stream().distinct().toList();
    }

    /** A text may begin with a step up too many, as some tools write it. The first folder where something is found counts. */
    private static List<Path> places(String text, List<Path> bases) {
        return bases.stream()
                .flatMap(base ->
                        Stream.of(text, text.replaceFirst("^(\\.\\./)+", "")).map(path -> places(path, base)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Path> places(String text, Path base) {
        try {
            Path place = base.resolve(text).normalize();
            if (Files.exists(place)) {
                return List.of(place);
            }
        } catch (InvalidPathException e) {
            return List.of();
        }
        // labels beside their images match as well
        return PathPattern.is(text)
                ? new PathPattern(text)
                        .below(base).stream()
                                .filter(place ->
                                        Files.isDirectory(place) || Folders.image(place) || ImageList.is(place))
                                .toList()
                : List.of();
    }

    private List<Path> images(Path place) {
        return Folders.image(place) && Files.isRegularFile(place)
                ? List.of(place)
                : ImageList.images(root, place, faults);
    }

    private static String absent(String text, List<Path> bases) {
        String looked = bases.stream()
                .map(base -> base.normalize().toString())
                .distinct()
                .collect(Collectors.joining(" nor in "));
        return "names %s, which %s %s; left out"
                .formatted(text, PathPattern.is(text) ? "matches nothing in" : "is not there: not in", looked);
    }

    private String where(YamlValue value) {
        return file.getFileName() + ":" + value.line();
    }
}
