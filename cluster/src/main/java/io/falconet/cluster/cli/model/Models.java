package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.results.ArtifactStore;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.problem.Spelling;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.GivenParameters;
import io.falconet.space.zoo.ZooModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds models by what people type: a zoo name, what Falconet exported, a configuration file of YOLOv5 or darknet, {@code
 * study:trial}, or an architecture's text. The store is opened for trials alone.
 */
public final class Models {
    /** How commands describe such a parameter. */
    public static final String DESCRIPTION =
            "A zoo name (see falconet zoo), a folder or zip that train or export wrote or its configuration.json, YOLOv5's .yaml, darknet's .cfg, study:trial, or an architecture's text.";

    /** The kinds of object of the data set for which detectors are published: what is meant where nothing is said. */
    private static final int COCO = 80;

    private final StoreOptions store;

    /** @param store opened where a trial or a study is named */
    public Models(StoreOptions store) {
        this.store = store;
    }

    /**
     * The model of that name.
     *
     * @throws RequestException if there is none
     */
    public Model find(String text) {
        if (Files.isRegularFile(Path.of(text))) {
            return file(Path.of(text));
        }
        if (isExport(text)) {
            return ConfiguredModel.at(Path.of(text)).orElseThrow();
        }
        if (text.contains("=")) {
            return parsed(text);
        }
        if (text.matches("[^:]+:\\d{1,9}")) {
            return stored(TrialReference.parse(text));
        }
        return zoo(text)
                .orElseThrow(() -> new RequestException(
                        "A model was expected, found \"" + text + "\".",
                        "%s of the zoo, which falconet zoo lists; or study:trial, or what falconet export wrote."
                                .formatted(nearest(text))));
    }

    private static String nearest(String text) {
        List<String> names = ZooModel.all().stream()
                .flatMap(model -> Stream.concat(Stream.of(model.name()), model.aliases().stream()))
                .toList();
        return Spelling.nearest(text, names).orElse("one");
    }

    private static Optional<Model> zoo(String name) {
        return ZooModel.find(name).map(PublishedModel::new);
    }

    private static Model file(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return ImportedModel.yaml(file);
        }
        if (name.endsWith(".cfg")) {
            return ImportedModel.cfg(file);
        }
        Path configuration = file.resolveSibling(ProducedArtifact.CONFIGURATION);
        boolean belongs = name.endsWith(".onnx") || name.endsWith(".safetensors");
        return belongs && Files.isRegularFile(configuration)
                ? ConfiguredModel.in(configuration)
                : ConfiguredModel.at(file).orElseGet(() -> ConfiguredModel.in(file));
    }

    /** Whether somebody means the folder of an export: the zoo's own models come first, wherever they were exported. */
    private static boolean isExport(String text) {
        return Files.isRegularFile(Path.of(text).resolve(ProducedArtifact.CONFIGURATION))
                && zoo(text).isEmpty();
    }

    private static SearchedModel parsed(String text) {
        try {
            SearchedModel model = SearchedModel.of(Architecture.parse(text), COCO);
            model.build(model.image(), COCO);
            return model;
        } catch (IllegalArgumentException e) {
            throw new RequestException(
                    e.getMessage(), "a part was lost on the way here; falconet describe shows a whole one.");
        }
    }

    private Model stored(TrialReference reference) {
        try (ResultsDb db = store.open()) {
            StudyRecord study = new StudyRegister(db, Clock.systemUTC()).named(reference.study());
            TrialRecord trial = db.trials()
                    .find(study.id(), reference.number())
                    .orElseThrow(() -> new RequestException(
                            "Study %s has trials 0 to %d, found no trial %d."
                                    .formatted(
                                            study.name(),
                                            Math.max(study.trials(), study.finished()) - 1,
                                            reference.number()),
                            "it did not run yet; falconet pareto lists the best."));
            return model(db, reference, trial);
        }
    }

    /**
     * The models of that name: all of the front where it names a study, one otherwise.
     *
     * @throws RequestException if there is none
     */
    public List<Model> findAll(String text) {
        if (Files.isRegularFile(Path.of(text))
                || isExport(text)
                || text.contains(":")
                || zoo(text).isPresent()) {
            return List.of(find(text));
        }
        try (ResultsDb db = store.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            StudyRecord study = register.named(text);
            return Front.of(db, study, register.spec(study)).stream()
                    .map(trial -> model(db, new TrialReference(study.name(), trial.number()), trial))
                    .toList();
        }
    }

    private static Model model(ResultsDb db, TrialReference reference, TrialRecord trial) {
        if (GivenParameters.parse(trial.architecture()).isPresent()) {
            throw new RequestException(
                    "A trial of a network was expected, found %s, which was imported: its parameters build no network of Falconet's."
                            .formatted(reference),
                    "falconet log %s tells all that is known of it.".formatted(reference));
        }
        String name = "%s-%04d".formatted(reference.study(), reference.number());
        ArtifactStore artifacts = db.artifacts();
        Map<String, Supplier<byte[]>> contents = new LinkedHashMap<>();
        db.trials()
                .artifacts(trial.studyId(), trial.number())
                .forEach(artifact -> contents.put(artifact.name(), () -> artifacts.read(artifact.sha256())));
        KeptFiles kept = new KeptFiles(reference.text(), contents);
        if (!kept.has(ProducedArtifact.CONFIGURATION)) {
            return new SearchedModel(name, Architecture.parse(trial.architecture()), COCO, Optional.of(reference));
        }
        Configuration configuration = new ConfigurationFormat()
                .read(contents.get(ProducedArtifact.CONFIGURATION).get(), kept.path(ProducedArtifact.CONFIGURATION));
        return ConfiguredModel.of(name, configuration, reference, kept);
    }
}
