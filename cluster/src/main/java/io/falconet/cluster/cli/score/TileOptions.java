package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.predict.ExportedDetector;
import io.falconet.evaluator.predict.Sight;
import io.falconet.evaluator.predict.TiledDetector;
import io.falconet.evaluator.predict.Tiling;
import io.falconet.space.graph.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How large images are looked at, as it is named on the command line. */
final class TileOptions {
    @Option(
            names = "--tile",
            arity = "0..1",
            paramLabel = "SIZE",
            preprocessor = FollowingSize.class,
            converter = SizeConverter.class,
            description =
                    "Cut larger images into tiles, a side or height x width in pixels (without SIZE: what the model reads, so that objects keep their size).")
    private Size tile;

    @Option(
            names = "--overlap",
            paramLabel = "SHARE",
            description = "Share of a tile that its neighbour shows too (default: " + Tiling.STANDARD_OVERLAP + ").")
    private Double overlap;

    @Option(
            names = "--whole",
            description = "Besides tiles, look at the image as a whole, for objects that no tile holds.")
    private boolean whole;

    /**
     * A size of tiles.
     *
     * @param said nothing for that of the network's input
     */
    record Size(Optional<Shape> said) {}

    /** Reads sizes; {@value #INPUT} is that of the network's input. */
    static final class SizeConverter implements ITypeConverter<Size> {
        static final String INPUT = "input";

        @Override
        public Size convert(String text) {
            return new Size(text.equals(INPUT) ? Optional.empty() : Optional.of(new ImageSize().convert(text)));
        }
    }

    /** Takes what follows the option for its size only where it is one: it may be an image. */
    static final class FollowingSize implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            boolean attached = !" ".equals(info.get("separator"));
            if (!attached && (arguments.isEmpty() || !ImageSize.is(arguments.peek()))) {
                arguments.push(SizeConverter.INPUT);
            }
            return false;
        }
    }

    /** Whether anything was said. */
    boolean used() {
        return tile != null || overlap != null || whole;
    }

    /**
     * How such a detector looks, which is told where it is tile by tile.
     *
     * @param input what it reads
     * @param acrossClasses whether a box goes where it overlaps a better one of another class too
     * @throws RequestException if what was said does not go together
     */
    Sight sight(ExportedDetector detector, Shape input, boolean acrossClasses, Console console) {
        if (tile == null && used()) {
            throw new RequestException(
                    "%s goes with --tile, found none.".formatted(overlap == null ? "--whole" : "--overlap " + overlap),
                    "--tile, which takes tiles as large as what the model reads.");
        }
        if (tile == null) {
            return detector;
        }
        Shape size = tile.said().orElse(input);
        double shared = overlap == null ? Tiling.STANDARD_OVERLAP : overlap;
        Tiling tiling = Requests.check(() -> new Tiling(size.width(), size.height(), shared));
        console.say(
                "Images larger than %s are looked at in tiles of that size, which share %.0f %% of a side%s.",
                ImageSize.text(size), 100 * shared, whole ? ", and as a whole" : "");
        return new TiledDetector(detector, tiling, whole, acrossClasses);
    }
}
