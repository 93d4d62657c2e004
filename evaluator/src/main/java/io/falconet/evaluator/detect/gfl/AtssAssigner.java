package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Adaptive training sample selection (Zhang et al., 2020), as NanoDet-m applies it: which cells are to predict which
 * object. On each level the cells nearest to an object's centre are candidates; those stay that lie within the object
 * and whose anchor, a square of some strides, overlaps it by at least the mean plus the standard deviation of all its
 * candidates' overlaps. A cell that several objects claim goes to the one that its anchor overlaps most.
 *
 * <p>By that rule an object smaller than the finest stride often gets no cell at all, and so is never learned. With
 * {@code everyObject} it gets one: the free candidate whose anchor overlaps it most, the nearest of equals.
 *
 * @param candidates nearest cells considered on each level
 * @param anchorStrides side of a cell's anchor in strides
 * @param everyObject whether objects that the rule leaves out get a cell
 */
public record AtssAssigner(int candidates, float anchorStrides, boolean everyObject) {
    /** No object. */
    public static final int NONE = -1;

    /** The rule of the paper with NanoDet's 9 candidates and anchors of 5 strides. */
    public static final AtssAssigner STRICT = new AtssAssigner(9, 5, false);

    /** The same, with a cell for every object. */
    public static final AtssAssigner EVERY_OBJECT = new AtssAssigner(9, 5, true);

    private static final float INSIDE = 0.01f;

    /** A cell considered for an object. */
    private record Candidate(int cell, float distance, float overlap, boolean inside) {}

    /** For each cell of the grid the index of the object that it is to predict, or {@link #NONE}. */
    public int[] assign(CellGrid grid, List<Box> objects) {
        int[] assigned = new int[grid.cells()];
        Arrays.fill(assigned, NONE);
        float[] overlaps = new float[assigned.length];
        List<List<Candidate>> considered = new ArrayList<>();
        for (int object = 0; object < objects.size(); object++) {
            List<Candidate> nearest = nearest(grid, objects.get(object));
            considered.add(nearest);
            float threshold = threshold(nearest);
            for (Candidate candidate : nearest) {
                boolean better = assigned[candidate.cell()] == NONE || candidate.overlap() > overlaps[candidate.cell()];
                if (candidate.inside() && candidate.overlap() >= threshold && better) {
                    assigned[candidate.cell()] = object;
                    overlaps[candidate.cell()] = candidate.overlap();
                }
            }
        }
        if (everyObject) {
            includeAll(assigned, considered);
        }
        return assigned;
    }

    private List<Candidate> nearest(CellGrid grid, Box object) {
        List<Candidate> all = new ArrayList<>();
        for (CellGrid.Level level : grid.levels()) {
            List<Candidate> onLevel = around(level, object);
            onLevel.sort(Comparator.comparing(Candidate::distance).thenComparing(Candidate::cell));
            all.addAll(onLevel.subList(0, Math.min(candidates, onLevel.size())));
        }
        return all;
    }

    /** The cells of a window around the object's centre that surely holds the nearest ones. */
    private List<Candidate> around(CellGrid.Level level, Box object) {
        int reach = (int) Math.ceil(Math.sqrt(candidates)) + 1;
        int left = start(object.centerX() / level.stride(), reach, level.width());
        int top = start(object.centerY() / level.stride(), reach, level.height());
        List<Candidate> cells = new ArrayList<>();
        for (int y = top; y <= Math.min(level.height() - 1, top + 2 * reach); y++) {
            for (int x = left; x <= Math.min(level.width() - 1, left + 2 * reach); x++) {
                cells.add(candidate(level, y * level.width() + x, object));
            }
        }
        return cells;
    }

    private static int start(float center, int reach, int length) {
        return Math.max(0, Math.min((int) center - reach, length - 1 - 2 * reach));
    }

    private Candidate candidate(CellGrid.Level level, int cell, Box object) {
        float x = level.pointX(cell);
        float y = level.pointY(cell);
        float dx = x - object.centerX();
        float dy = y - object.centerY();
        float margin = Math.min(Math.min(x - object.x1(), object.x2() - x), Math.min(y - object.y1(), object.y2() - y));
        return new Candidate(
                level.first() + cell,
                (float) Math.sqrt(dx * dx + dy * dy),
                anchor(level, cell).iou(object),
                margin > INSIDE);
    }

    /** The square about a cell, counted within its level, whose overlap with an object decides. */
    public Box anchor(CellGrid.Level level, int cell) {
        float x = level.pointX(cell);
        float y = level.pointY(cell);
        float half = anchorStrides * level.stride() / 2;
        return new Box(x - half, y - half, x + half, y + half);
    }

    /** Mean plus the unbiased standard deviation of the overlaps. */
    private static float threshold(List<Candidate> candidates) {
        double mean =
                candidates.stream().mapToDouble(Candidate::overlap).average().orElse(0);
        double squares = candidates.stream()
                .mapToDouble(candidate -> (candidate.overlap() - mean) * (candidate.overlap() - mean))
                .sum();
        return (float) (mean + Math.sqrt(squares / Math.max(1, candidates.size() - 1)));
    }

    private static void includeAll(int[] assigned, List<List<Candidate>> considered) {
        boolean[] included = new boolean[considered.size()];
        for (int object : assigned) {
            if (object != NONE) {
                included[object] = true;
            }
        }
        Comparator<Candidate> best = Comparator.comparing(Candidate::overlap, Comparator.reverseOrder())
                .thenComparing(Candidate::distance)
                .thenComparing(Candidate::cell);
        for (int object = 0; object < included.length; object++) {
            if (!included[object]) {
                int left = object;
                considered.get(object).stream()
                        .filter(candidate -> assigned[candidate.cell()] == NONE)
                        .min(best)
                        .ifPresent(candidate -> assigned[candidate.cell()] = left);
            }
        }
    }
}
