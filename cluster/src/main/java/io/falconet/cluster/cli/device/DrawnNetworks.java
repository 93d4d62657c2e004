package io.falconet.cluster.cli.device;

import io.falconet.cluster.driver.RequestException;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Random networks of a space, each another one, that can be built. The same seed draws the same, and more of them go on. */
public final class DrawnNetworks {
    /** For how many kinds of object: the heads' least part. */
    static final int CLASSES = 1;

    private static final int MOST_REPEATED = 1000;

    private final SearchSpace space;
    private final SplittableRandom random;
    private final Set<String> seen = new HashSet<>();

    /**
     * A network that was drawn.
     *
     * @param id the network's, which other architectures may share
     */
    public record Drawn(String id, Architecture architecture, Detector detector) {}

    DrawnNetworks(SearchSpace space, long seed) {
        this.space = space;
        this.random = new SplittableRandom(seed);
    }

    /**
     * The next ones.
     *
     * @throws RequestException if the space has too few
     */
    public List<Drawn> next(int count) {
        List<Drawn> drawn = new ArrayList<>();
        int repeated = 0;
        while (drawn.size() < count) {
            Architecture architecture = space.draw(random);
            try {
                Detector detector = space.detector(architecture, CLASSES);
                String id = detector.network().id();
                repeated = seen.add(id) ? 0 : repeated + 1;
                if (repeated == 0) {
                    drawn.add(new Drawn(id, architecture, detector));
                }
            } catch (ShapeException unbuildable) {
                repeated++; // the next may be built
            }
            if (repeated > MOST_REPEATED) {
                throw new RequestException(
                        "%s has too few networks: %d were expected, found %d."
                                .formatted(space.name(), count, drawn.size()),
                        "fewer of them, or another space.");
            }
        }
        return drawn;
    }
}
