package io.falconet.space.darknet;

import io.falconet.space.graph.Shape;
import io.falconet.space.problem.ModelFileException;
import io.falconet.space.problem.Problem;
import io.falconet.space.problem.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads darknet's configuration files. All problems of a file are reported at once, each with its line and a remedy, so
 * that a model that was read can be built. Fields about training are known and not used.
 *
 * <pre>{@code
 * [net]
 * width=416
 * height=416
 *
 * [convolutional]
 * batch_normalize=1
 * filters=32
 * size=3
 * stride=2
 * pad=1
 * activation=leaky
 * …
 * }</pre>
 */
public final class CfgReader {
    private static final Set<String> NET = Set.of("net", "network");

    private final List<Problem> problems = new ArrayList<>();
    private final List<CfgSection> sections;

    private CfgReader(String text) {
        this.sections = CfgText.sections(text, problems);
    }

    /**
     * Reads a file.
     *
     * @throws ModelFileException if the file is not there or anything in it is wrong, with all that is wrong
     */
    public static DarknetModel read(Path file) throws ModelFileException {
        try {
            return read(Files.readString(file), file.toString());
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is none", "Maybe the path is misspelled.");
        } catch (IOException broken) {
            throw unreadable(file, "it cannot be read as text (" + broken + ")", "Maybe it is no cfg file.");
        }
    }

    /**
     * Reads a file's text.
     *
     * @param source what the file is called where its problems are told
     * @throws ModelFileException if anything in it is wrong, with all that is wrong
     */
    public static DarknetModel read(String text, String source) throws ModelFileException {
        CfgReader reader = new CfgReader(text);
        Optional<Shape> image = reader.image();
        List<CfgLayer> layers = reader.layers();
        new CfgCheck(layers, image, reader.problems).check();
        if (!reader.problems.isEmpty()) {
            throw new ModelFileException(source, reader.problems);
        }
        return new DarknetModel(
                image.orElseThrow(),
                layers.stream().map(layer -> layer.layer().orElseThrow()).toList());
    }

    private Optional<Shape> image() {
        if (sections.isEmpty() || !NET.contains(sections.get(0).name())) {
            int line = sections.isEmpty() ? 0 : sections.get(0).line();
            String found =
                    sections.isEmpty() ? "nothing" : "[" + sections.get(0).name() + "]";
            problems.add(new Problem(
                    line, "A cfg file starts with [net], found " + found + ".", "Maybe it is no cfg file."));
            return Optional.empty();
        }
        CfgSection net = sections.get(0);
        Shape image = CfgNet.read(net);
        net.close();
        return net.usable() ? Optional.of(image) : Optional.empty();
    }

    private List<CfgLayer> layers() {
        List<CfgLayer> layers = new ArrayList<>();
        for (CfgSection section : sections) {
            boolean first = section == sections.get(0) && NET.contains(section.name());
            if (!first) {
                layers.add(new CfgLayer(section, layer(section)));
            }
        }
        return layers;
    }

    private static Optional<DarknetLayer> layer(CfgSection section) {
        if (!CfgLayers.known(section)) {
            List<String> kinds = CfgLayers.kinds();
            section.problem(
                    "A section is one of %s, found [%s].".formatted(String.join(", ", kinds), section.name()),
                    Spelling.maybe(section.name(), kinds));
            return Optional.empty();
        }
        DarknetLayer layer = CfgLayers.read(section);
        section.close();
        return section.usable() ? Optional.of(layer) : Optional.empty();
    }

    private static ModelFileException unreadable(Path file, String found, String remedy) {
        String message = "A cfg file was expected at " + file.toAbsolutePath() + ", " + found + ".";
        return new ModelFileException(file.toString(), List.of(new Problem(0, message, remedy)));
    }
}
