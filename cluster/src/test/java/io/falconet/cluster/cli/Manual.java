package io.falconet.cluster.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, as a reader would follow it.
 *
 * @param path of the Markdown file
 * @param text all of it
 */
record Manual(Path path, String text) {
    /** The project's root, seen from this module, in which tests run. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern FENCE = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final String LAUNCHER = "./falconet ";

    static Manual of(Path path) {
        try {
            return new Manual(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page. */
    static List<Manual> all() throws IOException {
        try (Stream<Path> pages = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md").map(PROJECT::resolve),
                            pages.filter(page -> page.toString().endsWith(".md"))
                                    .sorted())
                    .map(Manual::of)
                    .toList();
        }
    }

    /** What the page's listings of a language hold. */
    List<String> listings(String language) {
        return FENCE.matcher(text)
                .results()
                .filter(listing -> listing.group(1).equals(language))
                .map((MatchResult listing) -> listing.group(2))
                .toList();
    }

    /** The arguments of each {@code ./falconet} command that the page tells its reader to type. */
    List<List<String>> commands() {
        return listings("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(LAUNCHER))
                .map(line -> line.substring(LAUNCHER.length()).replaceAll("\\s+#.*", ""))
                .map(line -> List.of(line.strip().split("\\s+")))
                .toList();
    }
}
