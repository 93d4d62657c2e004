package io.falconet.evaluator.export.card;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of Markdown under construction. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    /** @param level 1 for the page's own */
    Markdown heading(int level, String words) {
        return block("#".repeat(level) + " " + words);
    }

    Markdown paragraph(String words) {
        return block(words);
    }

    /** Words that nobody should miss. */
    Markdown warning(String words) {
        return block("> **" + words + "**");
    }

    /** Steps, one after the other. */
    Markdown steps(List<String> steps) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            lines.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(steps.get(i));
        }
        return block(lines.toString());
    }

    /** A listing of commands. */
    Markdown commands(String... lines) {
        return block("```sh\n" + String.join("\n", lines) + "\n```");
    }

    /** A table; a row of another length than the first is a mistake of the caller's. */
    Markdown table(List<List<String>> rows) {
        List<String> rule = rows.get(0).stream().map(column -> "---").toList();
        StringBuilder lines = new StringBuilder(row(rows.get(0))).append("\n").append(row(rule));
        rows.subList(1, rows.size()).forEach(row -> lines.append("\n").append(row(row)));
        return block(lines.toString());
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private Markdown block(String words) {
        text.append(text.isEmpty() ? "" : "\n").append(words).append("\n");
        return this;
    }

    /** Words of others, such as the names of classes, so that they stay words. */
    static String plain(String words) {
        return words.replaceAll("\\s+", " ").replaceAll("([\\\\`*\\[\\]<>|#])", "\\\\$1");
    }

    /** A number for people. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Words as a machine has them. */
    static String code(String words) {
        return "`" + words.replace("`", "'").replaceAll("\\s+", " ") + "`";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
