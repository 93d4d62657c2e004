package io.falconet.results.imports;

import io.falconet.results.ImportedStudy;
import io.falconet.results.ImportedTrial;
import io.falconet.results.ResultsDb;
import io.falconet.results.Sha256;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialState;
import io.falconet.results.imports.Imported.Best;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.space.GivenParameters;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.Rungs;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudySpec.DataSpec;
import io.falconet.space.study.StudySpec.DeviceSpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import io.falconet.space.study.StudyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes over what another program found: reads a file of trials and stores them as a study, whole or not at all. Everything
 * in the file is looked at before anything is written.
 *
 * <p>Such a study cannot be searched on, and no search takes its outcomes for its own: by what data and training they were
 * come by, nobody can tell.
 */
public final class TrialImport {
    /** Of a digest, as many as tell files apart. */
    private static final int DIGITS = 8;

    private final ResultsDb db;

    /** @param db that gets the study */
    public TrialImport(ResultsDb db) {
        this.db = db;
    }

    /**
     * Imports a file.
     *
     * @throws ImportException if that cannot be done as asked: with all that is wrong
     * @throws io.falconet.results.ResultsException if the store cannot do it
     */
    public Imported run(ImportRequest request, Instant now) {
        String sha256 = digest(request.file());
        requireName(request, sha256);
        Source source = SourceFile.open(request);
        String words = "%s (sha256 %s), %s, by %s, on %s"
                .formatted(
                        request.file().getFileName(),
                        sha256,
                        source.kind(),
                        request.by(),
                        now.truncatedTo(ChronoUnit.SECONDS));
        Faults faults = new Faults();
        FigureColumns columns = FigureColumns.of(source, request.objectives(), faults);
        TrialForm form =
                new TrialForm(columns, new Times(request.zone()), sha256.substring(0, DIGITS), words, now, faults);
        TrialNumbers numbers = new TrialNumbers(faults);
        read(source, columns, form, numbers, faults);
        faults.refuse(request.file().toString());
        if (!digest(request.file()).equals(sha256)) {
            throw new ImportException(
                    "A file that stays as it is was expected, found that %s changed while it was read.%nMaybe copy it first, or import it once the search in it has ended."
                            .formatted(request.file()));
        }
        List<ImportedTrial> trials = numbers.sorted();
        StudyRecord study =
                db.studies().add(study(request, words, form.space(), columns.objectives(), trials, now), now);
        return new Imported(
                study,
                counts(trials),
                form.incomplete(),
                best(columns.objectives(), trials),
                numbers.renumbered(),
                !form.space().equals(GivenParameters.SPACE));
    }

    private static void read(
            Source source, FigureColumns columns, TrialForm form, TrialNumbers numbers, Faults faults) {
        Set<String> figures =
                columns.columns().stream().map(FigureColumn::column).collect(Collectors.toCollection(HashSet::new));
        source.each(
                figures,
                trial -> {
                    int number = numbers.next(trial);
                    form.read(trial).ifPresent(read -> numbers.add(number, read));
                },
                faults);
        if (numbers.rows() == 0) {
            faults.add("A trial was expected at least, found none.", "Maybe another study or file is meant.");
        }
    }

    private void requireName(ImportRequest request, String sha256) {
        if (!StudyReader.isName(request.study())) {
            throw new ImportException(
                    "A study's name of letters, digits, dots, underscores and hyphens was expected, at most 100, found \"%s\".%nMaybe --study %s."
                            .formatted(request.study(), request.study().strip().replaceAll("[^A-Za-z0-9._-]+", "-")));
        }
        db.studies().find(request.study()).ifPresent(study -> {
            boolean same =
                    study.imported().filter(source -> source.contains(sha256)).isPresent();
            throw new ImportException(
                    same
                            ? "A file that is not there yet was expected, found that study %s was imported from the same one: %s.%nMaybe it needs no second time; falconet pareto %s shows it."
                                    .formatted(study.name(), study.imported().orElseThrow(), study.name())
                            : "A new study was expected, found %s in the store already%s.%nMaybe another name: --study %s-2."
                                    .formatted(
                                            study.name(),
                                            study.imported()
                                                    .map(from -> ", imported from " + from)
                                                    .orElse(""),
                                            study.name()));
        });
    }

    private static String digest(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ImportException("A file was expected at %s, found %s.%nMaybe the path is misspelled."
                    .formatted(file, Files.isDirectory(file) ? "a folder" : "none"));
        }
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new ImportException(
                    "A file that can be read was expected at %s, found: %s%nMaybe it belongs to another user."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * The study as it is stored. Its file says what is known of it: name, objectives, trials, and in the place of the data
     * the file that was imported; the rest stands there because each study's file has it, and means nothing.
     */
    private static ImportedStudy study(
            ImportRequest request,
            String source,
            String space,
            List<Objective> objectives,
            List<ImportedTrial> trials,
            Instant now) {
        StudySpec spec = new StudySpec(
                request.study(),
                space,
                Map.of(),
                List.of(),
                DataSpec.at(request.file().toAbsolutePath().normalize().toString()),
                objectives,
                Map.of(),
                StrategySpec.usual(StrategySpec.RANDOM),
                trials.size(),
                RecipeSpec.USUAL,
                ImportedStudy.FIDELITY,
                Rungs.NONE,
                0,
                new DeviceSpec("local", 1),
                1,
                1);
        Predicate<Instant> told = time -> !time.equals(now);
        return new ImportedStudy(
                request.study(),
                new StudyWriter().write(spec),
                source,
                trials,
                trials.stream()
                        .map(ImportedTrial::started)
                        .filter(told)
                        .min(Instant::compareTo)
                        .orElse(now),
                trials.stream()
                        .map(ImportedTrial::finished)
                        .filter(told)
                        .max(Instant::compareTo)
                        .orElse(now));
    }

    private static Map<TrialState, Integer> counts(List<ImportedTrial> trials) {
        Map<TrialState, Integer> counts = new EnumMap<>(TrialState.class);
        trials.forEach(trial -> counts.merge(TrialState.of(trial.outcome()), 1, Integer::sum));
        return counts;
    }

    private static Map<Objective, Best> best(List<Objective> objectives, List<ImportedTrial> trials) {
        Map<Objective, Best> best = new LinkedHashMap<>();
        for (Objective objective : objectives) {
            for (int number = 0; number < trials.size(); number++) {
                if (trials.get(number).outcome() instanceof Evaluated evaluated) {
                    Best each = new Best(number, objective.value(evaluated));
                    best.merge(objective, each, (a, b) -> better(objective, b, a) ? b : a);
                }
            }
        }
        return best;
    }

    private static boolean better(Objective objective, Best a, Best b) {
        return objective.direction() == Direction.MAXIMIZE ? a.value() > b.value() : a.value() < b.value();
    }
}
