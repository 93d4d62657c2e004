package io.falconet.results.check;

import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The networks that architectures build, by their ids. Remembers the latest few thousand: studies come back to theirs. */
final class Networks {
    private static final int REMEMBERED = 5000;

    private final Map<String, Built> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Built> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The id of a network, or why there is none. */
    private record Built(Optional<String> id, String failure) {}

    /**
     * What is wrong with an architecture.
     *
     * @param expected as a sentence goes on after "Expected"
     * @param found as a sentence goes on after "found"
     */
    record Problem(String expected, String found) {
        Finding finding(String kind, String where, String remedy) {
            return new Finding(kind, Optional.empty(), Optional.empty(), expected + " in a " + where, found, remedy);
        }
    }

    /**
     * What is wrong with an architecture, if anything is.
     *
     * @param classes kinds of object; 0 where nobody knows, and then any network will do
     * @param id of the network that it should build
     */
    Optional<Problem> problem(String architecture, int classes, String id) {
        Built built = known.computeIfAbsent(classes + " " + architecture, key -> build(architecture, classes));
        if (built.id().isEmpty()) {
            return Optional.of(new Problem(
                    "an architecture that builds a network", "\"%s\": %s".formatted(architecture, built.failure())));
        }
        return classes == 0 || built.id().get().equals(id)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "the architecture of network " + id,
                        "\"%s\", which builds network %s for %d classes"
                                .formatted(architecture, built.id().get(), classes)));
    }

    /** A text that is no architecture may fail in any way: it was never meant to be built. */
    private static Built build(String text, int classes) {
        try {
            Architecture architecture = Architecture.parse(text);
            return new Built(
                    Optional.of(SearchSpaces.named(architecture.space())
                            .detector(architecture, Math.max(1, classes))
                            .id()),
                    "");
        } catch (RuntimeException e) {
            return new Built(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
