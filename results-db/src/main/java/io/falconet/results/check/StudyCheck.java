package io.falconet.results.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.results.ArtifactStore;
import io.falconet.space.space.GivenParameters;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;

/** Looks at what no query can: the files of studies, the architectures of trials, what outcomes keep as JSON. */
final class StudyCheck {
    private static final int PAGE = 1000;
    private static final int CONFIGURATIONS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Handle handle;
    private final ArtifactStore artifacts;
    private final ToIntFunction<byte[]> classes;
    private final Networks networks;
    private final Findings findings;

    StudyCheck(
            Handle handle,
            ArtifactStore artifacts,
            ToIntFunction<byte[]> classes,
            Networks networks,
            Findings findings) {
        this.handle = handle;
        this.artifacts = artifacts;
        this.classes = classes;
        this.networks = networks;
        this.findings = findings;
    }

    private record Study(long id, String name, String spec, int trials) {}

    private record Trial(int number, String architecture, String networkId, String versions, String scores) {}

    void run() {
        handle.createQuery("SELECT id, name, spec, trials FROM study ORDER BY id")
                .map((row, context) -> new Study(
                        row.getLong("id"), row.getString("name"), row.getString("spec"), row.getInt("trials")))
                .list()
                .forEach(this::check);
    }

    private void check(Study study) {
        Optional<StudySpec> spec = spec(study);
        spec.ifPresent(file -> new FrontCheck(handle, findings).check(study.id(), file));
        int kinds = classes(study);
        int after = Integer.MIN_VALUE;
        List<Trial> page = page(study, after);
        while (!page.isEmpty()) {
            page.forEach(trial -> check(study, spec, kinds, trial));
            after = page.get(page.size() - 1).number();
            page = page(study, after);
        }
    }

    private Optional<StudySpec> spec(Study study) {
        String remedy = "Maybe the row was changed by hand: restore a backup, or search under another name.";
        try {
            StudySpec spec = new StudyReader().readStored(study.spec());
            if (!spec.name().equals(study.name())) {
                add("study-file", study, null, "its own file", "that of study " + spec.name(), remedy);
            }
            if (spec.trials() != study.trials()) {
                add(
                        "study-file",
                        study,
                        null,
                        "as many trials as its file asks for, %d".formatted(spec.trials()),
                        Integer.toString(study.trials()),
                        remedy);
            }
            return Optional.of(spec);
        } catch (StudyException e) {
            String problem = e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
            add("study-file", study, null, "a study file that can be read", "one that cannot: " + problem, remedy);
            return Optional.empty();
        }
    }

    /** Kinds of object of a study's networks, as one of its first trials left them; 0 where none did. */
    private int classes(Study study) {
        return handle
                .createQuery(
                        """
                        SELECT sha256 FROM artifact
                         WHERE study_id = :study AND kind = 'configuration'
                         ORDER BY number
                         LIMIT :most
                        """)
                .bind("study", study.id())
                .bind("most", CONFIGURATIONS)
                .mapTo(String.class)
                .list()
                .stream()
                .mapToInt(this::classes)
                .filter(count -> count > 0)
                .findFirst()
                .orElse(0);
    }

    /** A configuration that is lost or damaged is named as an artifact. */
    private int classes(String sha256) {
        try {
            return classes.applyAsInt(artifacts.read(sha256));
        } catch (RuntimeException unreadable) {
            return 0;
        }
    }

    /** Sorted by all of the key: H2 would sort the whole study otherwise, for each page. */
    private List<Trial> page(Study study, int after) {
        return handle.createQuery(
                        """
                        SELECT t.number, t.architecture, t.network_id, o.versions, o.scores
                          FROM trial t
                          LEFT JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
                         WHERE t.study_id = :study AND t.number > :after
                         ORDER BY t.study_id, t.number
                         LIMIT :most
                        """)
                .bind("study", study.id())
                .bind("after", after)
                .bind("most", PAGE)
                .map((row, context) -> new Trial(
                        row.getInt("number"),
                        row.getString("architecture"),
                        row.getString("network_id"),
                        row.getString("versions"),
                        row.getString("scores")))
                .list();
    }

    private void check(Study study, Optional<StudySpec> spec, int kinds, Trial trial) {
        spec.filter(file -> !trial.architecture().startsWith(file.space() + ":"))
                .ifPresent(file -> add(
                        "architecture",
                        study,
                        trial.number(),
                        "an architecture of the study's space " + file.space(),
                        "\"%s\"".formatted(trial.architecture()),
                        "Maybe the row was changed by hand: restore a backup."));
        if (GivenParameters.parse(trial.architecture()).isEmpty()) {
            network(study, kinds, trial);
        }
        json(study, trial, trial.versions(), "versions", "texts", JsonNode::isTextual);
        json(
                study,
                trial,
                trial.scores(),
                "scores",
                "numbers",
                value -> value.isNumber() || value.isTextual() && value.asText().matches("NaN|-?Infinity"));
    }

    private void network(Study study, int kinds, Trial trial) {
        networks.problem(trial.architecture(), kinds, trial.networkId())
                .ifPresent(
                        problem -> add(
                                "architecture",
                                study,
                                trial.number(),
                                problem.expected(),
                                problem.found(),
                                "Maybe another version of Falconet proposed it, whose blocks differ: search on with that one, or under another name."));
    }

    private void json(Study study, Trial trial, String text, String column, String values, Predicate<JsonNode> value) {
        if (text == null || maps(text, value)) {
            return;
        }
        add(
                "outcome-json",
                study,
                trial.number(),
                "%s as a JSON object of %s".formatted(column, values),
                text.isEmpty() ? "nothing" : text,
                "Maybe the row was changed by hand: restore a backup.");
    }

    private static boolean maps(String text, Predicate<JsonNode> value) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (!tree.isObject()) {
                return false;
            }
            for (JsonNode entry : tree) {
                if (!value.test(entry)) {
                    return false;
                }
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void add(String kind, Study study, Integer trial, String expected, String found, String remedy) {
        findings.add(new Finding(kind, Optional.of(study.name()), Optional.ofNullable(trial), expected, found, remedy));
    }
}
