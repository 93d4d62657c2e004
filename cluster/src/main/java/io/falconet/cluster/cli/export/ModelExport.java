package io.falconet.cluster.cli.export;

import io.falconet.cluster.cli.model.ConfiguredModel;
import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.model.SearchedModel;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.Configuration.ExportedFile;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.ModelArchive;
import io.falconet.evaluator.export.card.ModelCard;
import io.falconet.results.TrialReference;
import io.falconet.space.zoo.ZooNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes a model's files to a folder, or all that it has to a zip. The configuration comes last, since it names the others
 * with their digests, and before it the card, which does so for people.
 */
final class ModelExport {
    static final String CARD = "README.md";

    private final Model model;
    private final int classes;
    private final Map<String, Supplier<byte[]>> files;
    private final Path out;
    private final PrintWriter written;

    /**
     * @param classes that it tells apart
     * @param files of the model, by name
     * @param out under which its folder and its zip go
     * @param written where each file that was written is told
     */
    ModelExport(Model model, int classes, Map<String, Supplier<byte[]>> files, Path out, PrintWriter written) {
        this.model = model;
        this.classes = classes;
        this.files = files;
        this.out = out;
        this.written = written;
    }

    /** Takes a file on its way out. */
    @FunctionalInterface
    private interface Place {
        void put(String name, byte[] content) throws IOException;
    }

    /**
     * Writes the files of some formats to the model's folder. A card comes with the configuration, which it speaks of, and
     * where the model lies already its configuration learns of the new files.
     *
     * @throws RequestException if the model cannot be said in one of them
     */
    void folder(List<ExportFormat> formats) throws IOException {
        Path folder = out.resolve(model.name());
        Files.createDirectories(folder);
        List<ExportedFile> named = new ArrayList<>(namedIn(folder));
        Place place = (name, content) -> {
            Files.write(folder.resolve(name), content);
            named.removeIf(file -> file.name().equals(name));
            named.add(ExportedFile.of(name, content));
            written.println(folder.resolve(name));
        };
        for (ExportFormat format : formats) {
            write(format, place);
        }
        if (formats.contains(ExportFormat.card)) {
            place.put(CARD, card(named, Map.of()));
        }
        boolean own = model instanceof ConfiguredModel configured && configured.isIn(folder);
        if (own || formats.contains(ExportFormat.card) || formats.contains(ExportFormat.config)) {
            place.put(ProducedArtifact.CONFIGURATION, configuration(named));
        }
    }

    /** What a model that is exported to the folder from which it comes has there already. */
    private List<ExportedFile> namedIn(Path folder) throws IOException {
        if (model instanceof ConfiguredModel configured && configured.isIn(folder)) {
            return configured.configuration().files().stream()
                    .filter(file -> configured.kept().has(file.name()))
                    .toList();
        }
        return List.of();
    }

    /** Writes all that the model has to a zip; what it cannot be said in is left out, and the card says why. */
    void zip() throws IOException {
        Files.createDirectories(out);
        Path file = out.resolve(model.name() + ".zip");
        Path unfinished = out.resolve(model.name() + ".zip.part");
        try {
            try (ModelArchive archive = new ModelArchive(Files.newOutputStream(unfinished), model.name())) {
                zip(archive);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        written.println(file);
    }

    private void zip(ModelArchive archive) throws IOException {
        List<ExportedFile> named = new ArrayList<>();
        Map<String, String> absent = new LinkedHashMap<>();
        Place place = (name, content) -> {
            archive.add(name, content);
            named.add(ExportedFile.of(name, content));
        };
        for (ExportFormat format : ExportFormat.values()) {
            try {
                write(format, place);
            } catch (RequestException e) {
                if (!format.partial()) {
                    throw e;
                }
                absent.put(format.name(), e.getMessage());
            }
        }
        place.put(CARD, card(named, absent));
        place.put(ProducedArtifact.CONFIGURATION, configuration(named));
    }

    /** All of a format's files that the model has, but for those that tell of the others. */
    private void write(ExportFormat format, Place place) throws IOException {
        if (format == ExportFormat.card || format == ExportFormat.config) {
            return;
        }
        for (String name : format.files()) {
            if (files.containsKey(name)) {
                place.put(name, files.get(name).get());
            }
        }
    }

    private byte[] card(List<ExportedFile> named, Map<String, String> absent) {
        Map<String, String> origin = new LinkedHashMap<>(model.facts());
        origin.remove(SearchedModel.ARCHITECTURE); // which the configuration tells
        ZooNetwork built = Requests.check(() -> model.build(model.image(), classes));
        return new ModelCard(described(named), built, origin, absent).text().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] configuration(List<ExportedFile> named) {
        return new ConfigurationFormat().write(described(named));
    }

    private Configuration described(List<ExportedFile> named) {
        Configuration known = Requests.check(() -> new ConfigurationFormat()
                .read(files.get(ProducedArtifact.CONFIGURATION).get(), model.name()));
        Optional<String> trial = model.trial().map(TrialReference::text).or(known::trial);
        return known.named(model.name(), trial).with(List.copyOf(named));
    }
}
