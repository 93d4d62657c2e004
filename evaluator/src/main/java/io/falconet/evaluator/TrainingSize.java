package io.falconet.evaluator;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.util.stream.IntStream;

/**
 * At which size a candidate is trained and scored: at its own, or on smaller images, which cost less and rank candidates
 * much alike (Chrabaszcz et al., 2017). A network has the same tensors at all sizes, so what one of them learns the other
 * can use.
 *
 * @param full the detector at its own size: this one is timed, counted and exported
 * @param trained the detector that is trained; the same where the size is its own
 */
record TrainingSize(Detector full, Detector trained) {
    /**
     * The size of a fidelity.
     *
     * @param full what the architecture builds; its format may have been fitted to the data
     * @param pixels a side's part of the architecture's own
     */
    static TrainingSize of(Architecture architecture, Detector full, double pixels) {
        int own = full.network().input().width();
        int side = side(full, pixels);
        if (side == own) {
            return new TrainingSize(full, full);
        }
        Detector smaller = SearchSpaces.named(architecture.space())
                .detector(architecture, side, full.format().classes());
        return new TrainingSize(full, scaled(smaller, full, (double) side / own));
    }

    /** That part of the side, as a whole number of the coarsest cells, one at least. */
    static int side(Detector full, double pixels) {
        int own = full.network().input().width();
        int cell = coarsest(full);
        int cells = (int) Math.max(1, Math.round(own * pixels / cell));
        return pixels == 1 ? own : Math.min(own, cells * cell);
    }

    /** Pixels of a cell of the smallest map that is not pooled to a single cell; heads may read finer maps alone. */
    private static int coarsest(Detector full) {
        Shape image = full.network().input();
        IntStream maps = full.network().nodes().stream()
                .filter(node -> node.shape().height() > 1)
                .mapToInt(node -> Detector.stride(image, node.shape()));
        IntStream told = full.format().strides().stream().mapToInt(Integer::intValue);
        return IntStream.concat(maps, told).max().orElse(1);
    }

    /** What was trained, as it is at its own size: what was fitted to the data grows with the images. */
    Detector atFullSize(Detector learned) {
        double factor = (double) full.network().input().width()
                / trained.network().input().width();
        return factor == 1 ? learned : scaled(full, learned, factor);
    }

    /** A detector that reads its outputs as another does, on images so many times as large. */
    private static Detector scaled(Detector detector, Detector other, double factor) {
        return other.format() instanceof AnchorFormat anchors
                ? new Detector(detector.network(), anchors.scaled(factor))
                : detector;
    }
}
