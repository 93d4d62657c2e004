package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.Folders;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A path with wildcards, such as {@code images/*}{@code /day} or {@code clips/**}{@code /frame_?0.jpg}: a star stands for
 * any part of one name, two stars for folders at any depth or none, a question mark for a letter, brackets for one of
 * several letters.
 *
 * @param text with forward slashes
 */
record PathPattern(String text) {
    private static final int DEPTH = 16;

    /** Whether a text has a wildcard. */
    static boolean is(String text) {
        return text.chars().anyMatch(letter -> "*?[".indexOf(letter) >= 0);
    }

    /** Files and folders below a folder that match, in the order of names; nothing where the pattern is none. */
    List<Path> below(Path base) {
        Path fixed = base.resolve(beforeWildcards()).normalize();
        String rest = text.substring(beforeWildcards().length());
        try {
            List<PathMatcher> matchers = Stream.of(rest, rest.replace("**/", ""))
                    .distinct()
                    .map(glob -> fixed.getFileSystem().getPathMatcher("glob:" + glob.replace("{", "\\{")))
                    .toList();
            int depth = rest.contains("**")
                    ? DEPTH
                    : (int) rest.chars().filter(c -> c == '/').count() + 1;
            return Folders.walk(fixed, depth).stream()
                    .filter(path -> matchers.stream().anyMatch(matcher -> matcher.matches(fixed.relativize(path))))
                    .toList();
        } catch (PatternSyntaxException e) {
            return List.of();
        }
    }

    /** The folders that it names before the first wildcard, with a slash at the end; empty where there are none. */
    private String beforeWildcards() {
        int wildcard = 0;
        while ("*?[".indexOf(text.charAt(wildcard)) < 0) {
            wildcard++;
        }
        return text.substring(0, text.lastIndexOf('/', wildcard) + 1);
    }
}
