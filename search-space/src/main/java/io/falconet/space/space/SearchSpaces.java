package io.falconet.space.space;

import java.util.List;

/** The search spaces by name. */
public final class SearchSpaces {
    private static final List<SearchSpace> ALL = List.of(new SmallObjectSpace(), new CatalogSpace(), new ZooSpace());

    private SearchSpaces() {}

    /** The names that study files and architectures may give. */
    public static List<String> names() {
        return ALL.stream().map(SearchSpace::name).toList();
    }

    /**
     * The space of that name.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static SearchSpace named(String name) {
        return ALL.stream()
                .filter(space -> space.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Search spaces are %s, found \"%s\". Maybe a typing error."
                                .formatted(String.join(", ", names()), name)));
    }
}
