package io.falconet.results.imports;

import io.falconet.space.problem.Spelling;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.GivenParameters;
import io.falconet.space.space.SearchSpaces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What trials of a file are of: an architecture of Falconet's where they tell one, otherwise the parameters that they were
 * given. All of a file are of one kind.
 */
final class NetworkForm {
    private static final int LONGEST_ID = 80;

    private final String prefix;
    private final Faults faults;
    private final Map<String, String> known = new HashMap<>();
    private String space = "";

    /** @param file that tells this file's trials from those of others */
    NetworkForm(String file, Faults faults) {
        this.prefix = GivenParameters.SPACE + "-" + file;
        this.faults = faults;
    }

    /**
     * What a trial is of.
     *
     * @param id of the network; where it is not told one that no network has, the same for the same text of this file
     */
    record Network(String text, String id) {}

    /** The search space of all of them, or what stands in its place. */
    String space() {
        return space.isEmpty() ? GivenParameters.SPACE : space;
    }

    /** What a trial is of; nothing where something is wrong with it. */
    Optional<Network> read(SourceTrial trial) {
        return text(trial).filter(text -> sameSpace(trial, text)).map(text -> {
            boolean told =
                    GivenParameters.parse(text).isEmpty() && !trial.network().isEmpty();
            return new Network(text, told ? trial.network() : id(text));
        });
    }

    private Optional<String> text(SourceTrial trial) {
        if (trial.network().length() > LONGEST_ID) {
            faults.add(
                    trial,
                    "network",
                    "the id of a network was expected, found a longer text.",
                    "Maybe another column is meant.");
        }
        if (trial.architecture().isEmpty()) {
            return Optional.of(new GivenParameters(trial.parameters()).text());
        }
        Optional<GivenParameters> given = GivenParameters.parse(trial.architecture());
        if (given.isPresent()) {
            return given.map(GivenParameters::text);
        }
        return architecture(trial).map(Architecture::text);
    }

    private Optional<Architecture> architecture(SourceTrial trial) {
        Architecture architecture;
        try {
            architecture = Architecture.parse(trial.architecture());
        } catch (IllegalArgumentException e) {
            faults.add(
                    trial,
                    "architecture",
                    "one as Falconet writes it was expected, found \"%s\".".formatted(trial.architecture()),
                    "Maybe the column is another program's: give it another name, and it is a parameter.");
            return Optional.empty();
        }
        String space = architecture.space();
        if (!SearchSpaces.names().contains(space)) {
            faults.add(
                    trial,
                    "architecture",
                    "one of a search space was expected, of %s, found \"%s\"."
                            .formatted(String.join(", ", SearchSpaces.names()), space),
                    Spelling.maybe(space, SearchSpaces.names()));
            return Optional.empty();
        }
        try {
            SearchSpaces.named(space).options(architecture);
            return Optional.of(architecture);
        } catch (IllegalArgumentException e) {
            faults.add(
                    trial,
                    "architecture",
                    "one that space %s has was expected, found another: %s".formatted(space, e.getMessage()),
                    "Maybe another version of Falconet wrote it, whose blocks differ.");
            return Optional.empty();
        }
    }

    private boolean sameSpace(SourceTrial trial, String text) {
        String found = text.substring(0, text.indexOf(':'));
        if (space.isEmpty()) {
            space = found;
        }
        if (!found.equals(space)) {
            faults.add(
                    trial,
                    "architecture",
                    "one of the same space as before, %s, was expected, found one of %s.".formatted(space, found),
                    "Maybe import each space as a study of its own.");
        }
        return found.equals(space);
    }

    /** Ids in the order of the file: the index of networks grows at its end alone. */
    private String id(String text) {
        return known.computeIfAbsent(text, unseen -> prefix + "-%08x".formatted(known.size()));
    }
}
