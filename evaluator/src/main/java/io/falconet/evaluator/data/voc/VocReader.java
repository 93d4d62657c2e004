package io.falconet.evaluator.data.voc;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads data sets in the format of Pascal VOC: {@code Annotations/*.xml} with the images beside in {@code JPEGImages} or
 * {@code Images}. What serves which purpose is said by {@code ImageSets/Main/*.txt}, or by the names of several such
 * folders, or not at all. Classes are all names that occur, in the order of the alphabet, the same for each part.
 */
public final class VocReader {
    private VocReader() {}

    /** Whether a folder holds such labels, itself or in folders below. */
    public static boolean finds(Path path) {
        return !VocFolder.below(path).isEmpty();
    }

    /**
     * Reads all parts below a folder. Images are not decoded beyond their headers.
     *
     * @throws DatasetException where there are no such labels, or nothing usable is left of a part
     */
    public static List<Split> read(Path path) {
        List<VocFolder> folders = VocFolder.below(path);
        if (folders.isEmpty()) {
            throw new DatasetException(
                    "A folder Annotations with xml files was expected in %s, found none.%nMaybe the path is of another folder."
                            .formatted(path));
        }
        Map<VocFolder, Map<String, VocAnnotation>> parsed = new LinkedHashMap<>();
        Map<VocFolder, List<Fault>> faults = new LinkedHashMap<>();
        TreeSet<String> classes = new TreeSet<>();
        for (VocFolder folder : folders) {
            List<Fault> found = new ArrayList<>();
            Map<String, VocAnnotation> labels = parse(path, folder, found);
            parsed.put(folder, labels);
            faults.put(folder, found);
            labels.values().forEach(label -> label.objects().stream()
                    .map(VocObject::className)
                    .filter(name -> !name.isEmpty())
                    .forEach(classes::add));
        }
        List<Split> splits = new ArrayList<>();
        for (VocFolder folder : folders) {
            String name = folders.size() == 1
                    ? Split.ALL
                    : Split.purpose(folder.root().getFileName().toString());
            splits.addAll(new VocParts(path, folder, parsed.get(folder), List.copyOf(classes))
                    .read(name, faults.get(folder)));
        }
        return splits;
    }

    private static Map<String, VocAnnotation> parse(Path path, VocFolder folder, List<Fault> faults) {
        VocXml xml = new VocXml();
        Map<String, VocAnnotation> labels = new LinkedHashMap<>();
        for (Path file : folder.labels()) {
            try {
                labels.put(Folders.stem(file), xml.read(file));
            } catch (IOException e) {
                faults.add(new Fault(
                        Fault.Kind.MALFORMED_ENTRY, Folders.shown(path, file), e.getMessage() + "; left out"));
            }
        }
        return labels;
    }
}
