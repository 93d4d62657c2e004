package io.falconet.space.yaml;

import io.falconet.space.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A kind of yaml file whose top level is keys with values.
 *
 * @param kind with its article, as in {@code a study}
 * @param beginning how such a file starts, to tell those whose file is something else; goes on after "Maybe"
 */
public record YamlDocument(String kind, String beginning) {
    /** The keys and values of a file's text; nothing where it is no such file, which is reported. */
    public Optional<YamlSection> read(String text, List<Problem> problems) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(new YamlSection("", YamlSection.line(mapping), mapping, kind, problems));
            }
            problems.add(new Problem(
                    1,
                    "%s is keys with values, found %s"
                            .formatted(capitalised(), root.isEmpty() ? "nothing." : "something else."),
                    "Maybe " + beginning));
        } catch (MarkedYamlEngineException wrong) {
            problems.add(new Problem(
                    wrong.getProblemMark().map(Mark::getLine).orElse(-1) + 1,
                    "This cannot be read as yaml: "
                            + Stream.of(wrong.getContext(), wrong.getProblem())
                                    .filter(part -> part != null && !part.isBlank())
                                    .map(String::strip)
                                    .collect(Collectors.joining(", ", "", ".")),
                    "Maybe a bracket, a quote, a colon or the indentation is wrong here or on a line before."));
        } catch (YamlEngineException wrong) {
            problems.add(new Problem(
                    0,
                    "This cannot be read as yaml: " + wrong.getMessage() + ".",
                    "Maybe it is another kind of file."));
        }
        return Optional.empty();
    }

    private String capitalised() {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }
}
