package io.falconet.space.darknet;

import io.falconet.space.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of a cfg file as sections. A line is {@code [section]}, {@code field=value} or empty; what follows a {@code #} or
 * {@code ;} is a comment, and spaces do not matter.
 */
final class CfgText {
    private final List<Problem> problems;
    private final List<CfgSection> sections = new ArrayList<>();

    private CfgText(List<Problem> problems) {
        this.problems = problems;
    }

    /** The sections in the order of the file. Lines that are none of these are reported. */
    static List<CfgSection> sections(String text, List<Problem> problems) {
        CfgText cfg = new CfgText(problems);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String content = line.replaceFirst("[#;].*", "").replaceAll("\\s", "");
            if (!content.isEmpty()) {
                cfg.read(number, content);
            }
        }
        return cfg.sections;
    }

    private void read(int number, String content) {
        int equals = content.indexOf('=');
        if (content.startsWith("[") && content.endsWith("]") && content.length() > 2) {
            String name = content.substring(1, content.length() - 1);
            sections.add(new CfgSection(name.toLowerCase(Locale.ROOT), number, problems));
        } else if (content.startsWith("[") || equals < 1) {
            problems.add(new Problem(
                    number,
                    "A line is [section], field=value or a comment, found " + content + ".",
                    content.startsWith("[") ? "Maybe the bracket is not closed." : "Maybe a # or an = is lost."));
        } else if (sections.isEmpty()) {
            problems.add(new Problem(
                    number,
                    "A section was expected before its fields, found " + content + ".",
                    "Maybe put [net] on a line above."));
        } else {
            CfgSection section = sections.get(sections.size() - 1);
            section.put(content.substring(0, equals), number, content.substring(equals + 1));
        }
    }
}
