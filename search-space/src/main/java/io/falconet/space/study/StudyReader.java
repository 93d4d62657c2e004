package io.falconet.space.study;

import io.falconet.space.problem.Problem;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads study files. All problems of a file are reported at once, each with its line and a remedy, so that a study that
 * was read can be run.
 *
 * <pre>{@code
 * name: pcb
 * space: small-objects
 * choices: {input: [320]}             # optional: narrows the space
 * seeds: [nanodet-m]                  # optional: published detectors, or "architecture texts", to evaluate first
 * data: {train: train.json, validation: val.json, images: images}   # relative to the file; or {path: FOLDER}
 * objectives: [map50-95, latency, parameters]
 * limits: {parameters: 2.5M, latency: 5}   # optional: known before anything is trained; latencies are foreseen, in ms
 * floors: {naswot: 200}               # optional: what is at least asked for of scores without training
 * strategy: {name: surrogate, population: 12}   # optional, these are the defaults; scores: [synflow] tells it a score
 * trials: 30
 * recipe: {name: short, copies: 3}    # optional, default: short; a name alone, or with what differs from it
 * fidelity: {epochs: 8, images: all, batch: 16}
 * rungs: [2, 4]                       # optional: shorter trainings first; epochs, or {epochs: 2, images: 200, pixels: 0.5}
 * promote: 3                          # optional, default: 3; with rungs, one of so many goes on to the next
 * seed: 1
 * device: {name: local, threads: 1}   # optional, these are the defaults; or a device's name alone
 * slots: 2                            # optional, default: number of cores
 * lag: 8                              # optional, default: 4 x slots
 * }</pre>
 */
public final class StudyReader {
    private static final YamlDocument STUDY =
            new YamlDocument("a study", "start with name: my-study on a line, space: small-objects on the next.");

    private final Map<String, SearchSpace> spaces;

    /** A reader that knows the spaces given, by name. */
    public StudyReader(Map<String, SearchSpace> spaces) {
        this.spaces = Map.copyOf(spaces);
    }

    /** A reader that knows all of {@link SearchSpaces}. */
    public StudyReader() {
        this(SearchSpaces.names().stream().collect(Collectors.toMap(name -> name, SearchSpaces::named)));
    }

    /**
     * Reads a study file; paths in it are relative to its folder.
     *
     * @throws StudyException if the file is not there or anything in it is wrong, with all that is wrong
     */
    public StudySpec read(Path file) throws StudyException {
        try {
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
            return read(Files.readString(file), folder, file.toString(), true);
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is none", "Maybe the path is misspelled.");
        } catch (IOException broken) {
            throw unreadable(file, "it cannot be read as text (" + broken + ")", "Maybe it is no study file.");
        }
    }

    /**
     * Reads a study's text.
     *
     * @param base folder to which paths in it are relative
     * @throws StudyException if anything in it is wrong, with all that is wrong
     */
    public StudySpec read(String yaml, Path base) throws StudyException {
        return read(yaml, base, "The study", true);
    }

    /**
     * Reads a study that was written by {@link StudyWriter}, without asking whether its data are still there and its
     * space still has the choices named.
     *
     * @throws StudyException if anything else in it is wrong
     */
    public StudySpec readStored(String yaml) throws StudyException {
        return read(yaml, Path.of(""), "The stored study", false);
    }

    private StudySpec read(String yaml, Path base, String source, boolean fresh) throws StudyException {
        List<Problem> problems = new ArrayList<>();
        Optional<StudySpec> study = STUDY.read(yaml, problems)
                .map(root -> new StudyForm(root, fresh ? spaces : Map.of(), new DataPaths(base, fresh)).study());
        if (!problems.isEmpty()) {
            throw new StudyException(source, problems);
        }
        return study.orElseThrow();
    }

    /** Whether a study may be called that: letters, digits, dots, underscores and hyphens, at most 100. */
    public static boolean isName(String text) {
        return text.matches(StudyForm.NAME);
    }

    private static StudyException unreadable(Path file, String found, String remedy) {
        return new StudyException(
                file.toString(),
                List.of(new Problem(
                        0, "A study file was expected at " + file.toAbsolutePath() + ", " + found + ".", remedy)));
    }
}
