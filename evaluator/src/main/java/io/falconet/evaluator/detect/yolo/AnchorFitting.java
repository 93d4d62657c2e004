package io.falconet.evaluator.detect.yolo;

import io.falconet.space.block.AnchorFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Anchors for the data at hand, where those of a format leave out objects: YOLOv5's automatic anchors. Found by {@link
 * AnchorClusters} and improved by {@link AnchorEvolution} from a fixed seed, so that equal data give equal anchors; by
 * rising area they go to the levels, finest first.
 *
 * @param leastRecall best possible recall over which a format's own anchors are kept
 * @param mostRatio an anchor may predict objects up to this many times as wide or high, or as narrow or low
 * @param leastSide objects with both sides under this many pixels do not count
 */
public record AnchorFitting(double leastRecall, double mostRatio, double leastSide) {
    /** YOLOv5's rule. */
    public static final AnchorFitting STANDARD = new AnchorFitting(0.98, 4, 2);

    private static final int GENERATIONS = 1000;
    private static final long SEED = 1;

    /**
     * The format with anchors that fit better, or the same where its own do well, or nothing better is found.
     *
     * @param objects sizes in pixels of the network's input
     */
    public AnchorFormat fit(AnchorFormat format, List<Anchor> objects) {
        List<Anchor> counted = objects.stream()
                .filter(object -> object.width() >= leastSide || object.height() >= leastSide)
                .toList();
        List<Anchor> own = format.levels().stream()
                .flatMap(level -> AnchorGrid.anchors(level).stream())
                .toList();
        if (counted.size() < own.size()) {
            return format;
        }
        double recall = AnchorFit.of(counted, own, mostRatio).bestPossibleRecall();
        if (recall > leastRecall) {
            return format;
        }
        List<Anchor> clusters = AnchorClusters.of(counted, own.size()).anchors();
        List<Anchor> found = new AnchorEvolution(mostRatio, GENERATIONS, SEED).evolve(counted, clusters);
        boolean better = AnchorFit.of(counted, found, mostRatio).bestPossibleRecall() > recall;
        return better ? with(format, found) : format;
    }

    private static AnchorFormat with(AnchorFormat format, List<Anchor> anchors) {
        List<AnchorFormat.Level> levels = new ArrayList<>();
        int next = 0;
        for (AnchorFormat.Level level : format.levels()) {
            int count = level.anchors().size();
            List<AnchorFormat.Anchor> chosen = anchors.subList(next, next + count).stream()
                    .map(anchor -> new AnchorFormat.Anchor(anchor.width(), anchor.height()))
                    .toList();
            levels.add(new AnchorFormat.Level(level.stride(), level.reach(), chosen));
            next += count;
        }
        return new AnchorFormat(format.classes(), format.sides(), levels);
    }
}
