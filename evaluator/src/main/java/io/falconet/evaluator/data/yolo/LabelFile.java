package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.Assembly;
import io.falconet.evaluator.data.BoxEdges;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.ImageObjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The labels of one image.
 *
 * @param name of the file, for messages
 */
record LabelFile(Path file, String name) {
    private static final int BOX = 5;
    private static final int POLYGON = 7;
    private static final String NUMBER = "[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?";

    /** Where an image's labels are: in {@code labels} instead of the last {@code images}, or beside the image. */
    static Optional<Path> of(Path image) {
        Path sibling = image.resolveSibling(Folders.stem(image) + ".txt");
        String text = sibling.toString().replace('\\', '/');
        int at = text.lastIndexOf("/images/");
        Stream<Path> swapped = at < 0
                ? Stream.empty()
                : Stream.of(Path.of(text.substring(0, at) + "/labels/" + text.substring(at + 8)));
        return Stream.concat(swapped, Stream.of(sibling))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Whether every line of a text file begins with a class index and four numbers. */
    static boolean is(Path file) {
        return Folders.lines(file).stream().filter(line -> !line.isBlank()).allMatch(line -> {
            String[] words = line.strip().split("\\s+");
            return words.length >= BOX && Stream.of(words).allMatch(word -> word.matches(NUMBER));
        });
    }

    /** The largest class index, -1 where there is none. */
    int lastClass() {
        return Folders.lines(file).stream()
                .map(line -> line.strip().split("\\s+")[0])
                .filter(word -> word.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(-1);
    }

    /** Adds the objects to their image. */
    void read(Assembly assembly, ImageObjects objects) {
        List<String> lines = Folders.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                object(lines.get(i).strip().split("\\s+"), i + 1, assembly, objects);
            }
        }
    }

    private void object(String[] words, int line, Assembly assembly, ImageObjects objects) {
        String where = name + ":" + line;
        boolean numbers = Stream.of(words).allMatch(word -> word.matches(NUMBER));
        boolean polygon = words.length >= POLYGON && words.length % 2 == 1;
        if (!numbers || !words[0].matches("\\d{1,6}") || !(words.length == BOX || polygon)) {
            assembly.fault(
                    Fault.Kind.MALFORMED_ENTRY,
                    where,
                    "needs a class index and four numbers, found \"%s\"; left out".formatted(String.join(" ", words)));
            return;
        }
        int classIndex = Integer.parseInt(words[0]);
        if (classIndex >= assembly.classes().size()) {
            assembly.fault(
                    Fault.Kind.UNKNOWN_CATEGORY,
                    where,
                    "is of class %d, but %d are named; left out"
                            .formatted(classIndex, assembly.classes().size()));
            return;
        }
        double[] values =
                Stream.of(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        BoxEdges box = polygon ? around(values, objects) : box(values, objects);
        objects.add(new ImageObjects.Entry(classIndex, box, Double.NaN, false, line, where));
    }

    private static BoxEdges box(double[] values, ImageObjects image) {
        double width = values[2] * image.width();
        double height = values[3] * image.height();
        return new BoxEdges(
                (float) (values[0] * image.width() - width / 2),
                (float) (values[1] * image.height() - height / 2),
                (float) width,
                (float) height);
    }

    /** The box around a polygon's corners. */
    private static BoxEdges around(double[] values, ImageObjects image) {
        double[] across = IntStream.range(0, values.length / 2)
                .mapToDouble(i -> values[2 * i])
                .sorted()
                .toArray();
        double[] down = IntStream.range(0, values.length / 2)
                .mapToDouble(i -> values[2 * i + 1])
                .sorted()
                .toArray();
        int last = across.length - 1;
        return new BoxEdges(
                (float) (across[0] * image.width()),
                (float) (down[0] * image.height()),
                (float) ((across[last] - across[0]) * image.width()),
                (float) ((down[last] - down[0]) * image.height()));
    }
}
