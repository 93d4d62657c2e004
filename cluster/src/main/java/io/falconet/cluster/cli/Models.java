package io.falconet.cluster.cli;

import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.problem.Spelling;
import io.falconet.space.space.Architecture;
import io.falconet.space.zoo.ZooModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds models by what people type: a zoo name, a configuration file of Falconet, YOLOv5 or darknet, {@code study:trial},
 * or an architecture's text. The store is opened for trials alone.
 */
final class Models {
    /** How commands describe such a parameter. */
    static final String DESCRIPTION =
            "A zoo name (see falconet zoo), a configuration file (Falconet's, YOLOv5's .yaml, darknet's .cfg), study:trial, or an architecture's text.";

    /** The kinds of object of the data set for which detectors are published: what is meant where nothing is said. */
    private static final int COCO = 80;

    private final StoreOptions store;

    Models(StoreOptions store) {
        this.store = store;
    }

    /**
     * The model of that name.
     *
     * @throws RequestException if there is none
     */
    Model find(String text) {
        if (Files.isRegularFile(Path.of(text))) {
            return file(Path.of(text));
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
                        "%s of the zoo, which falconet zoo lists; or study:trial, or a configuration file."
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
        return name.endsWith(".cfg") ? ImportedModel.cfg(file) : configured(file);
    }

    private static Model configured(Path file) {
        try {
            return described(new ConfigurationFormat().read(file).model());
        } catch (IOException | IllegalArgumentException e) {
            throw new RequestException(e.getMessage(), e);
        }
    }

    /**
     * The model that a configuration describes.
     *
     * @throws RequestException if nothing can be built of it
     */
    static Model described(ModelDescription description) {
        return SearchedModel.of(
                parsed(description.architecture()).architecture(),
                description.classes().size());
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
                                    .formatted(study.name(), study.trials() - 1, reference.number()),
                            "it did not run yet; falconet pareto lists the best."));
            return model(db, reference, trial);
        }
    }

    /**
     * The models of that name: all of the front where it names a study, one otherwise.
     *
     * @throws RequestException if there is none
     */
    List<Model> findAll(String text) {
        if (Files.isRegularFile(Path.of(text))
                || text.contains(":")
                || zoo(text).isPresent()) {
            return List.of(find(text));
        }
        try (ResultsDb db = store.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            StudyRecord study = register.named(text);
            return Front.of(db.trials().list(study.id()), register.spec(study).objectives()).stream()
                    .map(trial -> model(db, new TrialReference(study.name(), trial.number()), trial))
                    .toList();
        }
    }

    private static Model model(ResultsDb db, TrialReference reference, TrialRecord trial) {
        return new SearchedModel(
                "%s-%04d".formatted(reference.study(), reference.number()),
                Architecture.parse(trial.architecture()),
                classes(db, trial),
                Optional.of(reference));
    }

    /** How many kinds of object the trial's data had; its configuration tells, if it left one. */
    private static int classes(ResultsDb db, TrialRecord trial) {
        return db.trials().artifacts(trial.studyId(), trial.number()).stream()
                .filter(artifact -> artifact.name().equals(ProducedArtifact.CONFIGURATION))
                .map(artifact ->
                        new ConfigurationFormat().read(db.artifacts().read(artifact.sha256()), artifact.name()))
                .map(configuration -> configuration.model().classes().size())
                .findFirst()
                .orElse(COCO);
    }
}
