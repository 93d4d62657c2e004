package io.falconet.cluster.cli;

import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.space.Architecture;
import io.falconet.space.zoo.ZooModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds models by what people type: a zoo name, a configuration file, {@code study:trial}, or an architecture's text. The
 * store is opened for trials alone.
 */
final class Models {
    /** How commands describe such a parameter. */
    static final String DESCRIPTION =
            "A zoo name (see falconet zoo), a configuration file, study:trial, or an architecture's text.";

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
            return configured(Path.of(text));
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
                        "one of the zoo: %s; or study:trial, or a configuration file."
                                .formatted(ZooModel.all().stream()
                                        .map(ZooModel::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private static Optional<Model> zoo(String name) {
        return ZooModel.find(name)
                .map(model -> new Model(
                        model.name(),
                        Architecture.parse("zoo:model=%s,input=%d"
                                .formatted(model.name(), model.image().height())),
                        Optional.empty()));
    }

    private static Model configured(Path file) {
        try {
            ModelDescription described = new ConfigurationFormat().read(file).model();
            return new Model("model", parsed(described.architecture()).architecture(), Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            throw new RequestException(e.getMessage(), e);
        }
    }

    private static Model parsed(String text) {
        try {
            Model model = new Model("model", Architecture.parse(text), Optional.empty());
            model.detector(1);
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
            return model(reference, trial);
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
                    .map(trial -> model(new TrialReference(study.name(), trial.number()), trial))
                    .toList();
        }
    }

    /** The model that a stored trial is. */
    static Model model(TrialReference reference, TrialRecord trial) {
        return new Model(
                "%s-%04d".formatted(reference.study(), reference.number()),
                Architecture.parse(trial.architecture()),
                Optional.of(reference));
    }
}
