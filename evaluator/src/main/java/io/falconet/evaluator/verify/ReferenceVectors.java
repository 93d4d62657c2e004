package io.falconet.evaluator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of reference vectors: what the authors' code of blocks, models, losses and assigners gave for weights and inputs
 * that a fixed rule fills.
 *
 * <pre>{@code
 * List<Verdict> verdicts = ReferenceVectors.in(folder).verify(Engine.DJL, verdict -> {});
 * }</pre>
 *
 * @param files one a vector, by name
 */
public record ReferenceVectors(List<Path> files) {
    private static final String EXTENSION = ".json";

    public ReferenceVectors {
        files = List.copyOf(files);
    }

    /**
     * All vectors of a folder.
     *
     * @throws VectorException if there is no such folder, or no vector in it
     */
    public static ReferenceVectors in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new VectorException(
                    "A folder of reference vectors was expected at %s, found %s.%nMaybe the path is relative to another folder."
                            .formatted(folder, Files.exists(folder) ? "a file" : "nothing"));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new VectorException(
                        "Reference vectors, *%s, were expected in %s, found none.%nMaybe they lie in a folder of it."
                                .formatted(EXTENSION, folder));
            }
            return new ReferenceVectors(files);
        } catch (IOException e) {
            throw new VectorException(
                    "%s could not be read: %s.%nMaybe it lacks the right to read.".formatted(folder, e.getMessage()));
        }
    }

    /**
     * Computes all vectors and compares. What is not understood is a verdict too.
     *
     * @param listener is told of each verdict as it comes
     */
    public List<Verdict> verify(Engine engine, Consumer<Verdict> listener) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Path file : files) {
            List<Verdict> own = verify(file, engine);
            own.forEach(listener);
            verdicts.addAll(own);
        }
        return verdicts;
    }

    private static List<Verdict> verify(Path file, Engine engine) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - EXTENSION.length());
        try {
            JsonNode json = JsonFile.read(file, "a reference vector");
            Section vector = section(file, name, json);
            return LossVectors.understands(file, json)
                    ? losses(file)
                    : List.of(new NetworkVector(vector).verify(engine));
        } catch (VectorException | DatasetException e) {
            return List.of(Verdict.failed(name, "", e.getMessage()));
        } catch (RuntimeException e) {
            // one vector that breaks the catalog or an engine must not hide what becomes of the others
            return List.of(Verdict.failed(
                    name,
                    "",
                    "Expected a network that runs, found %s. Maybe an argument is one that the catalog does not know."
                            .formatted(e)));
        }
    }

    private static List<Verdict> losses(Path file) {
        List<Verdict> verdicts = LossVectors.verify(file);
        if (verdicts.isEmpty()) {
            throw new VectorException(
                    "Expected losses, assignments or anchors, found nothing to check. Maybe the file was cut short.");
        }
        return verdicts;
    }

    private static Section section(Path file, String name, JsonNode json) {
        if (!json.isObject()) {
            throw new VectorException(
                    "Expected an object of constructor, state, inputs and outputs, found %s. Maybe the file is something else than a vector."
                            .formatted(json.getNodeType()));
        }
        return new Section(name, "", json, file.toAbsolutePath().getParent());
    }
}
