package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Dynamic soft label assignment of NanoDet-Plus (2021), after OTA (Ge et al., 2021): which cells are to predict which object
 * follows from what they predict now. Cells whose point lies within any object are candidates for every object. An object
 * gets its cheapest candidates: as many as its largest overlaps with predicted boxes add up to, cut to a whole number, but
 * at least one. A cell that several objects claim goes to the object, of all, for which it is cheapest.
 *
 * <p>The cost is the quality focal loss of all class scores plus {@code overlapFactor} times the negative logarithm of the
 * overlap. Unlike {@link AtssAssigner} it leaves out an object only if no point lies within any object of the image, or if
 * others take its cells.
 *
 * @param candidates how many of an object's largest overlaps are added up
 * @param overlapFactor weight of the overlap in the cost
 */
public record DslAssigner(int candidates, double overlapFactor) {
    /** No object. */
    public static final int NONE = AtssAssigner.NONE;

    /** NanoDet-Plus' 13 overlaps and factor 3. */
    public static final DslAssigner STANDARD = new DslAssigner(13, 3);

    private static final double TINY = 1e-7;

    /** Logarithms of scores count as no smaller than this. */
    private static final double LEAST_LOGARITHM = -100;

    /** For each cell of the grid the index of the object that it is to predict, or {@link #NONE}. */
    public int[] assign(GflOutputs outputs, int image, List<Box> objects, List<Integer> classes) {
        int[] assigned = new int[outputs.grid().cells()];
        Arrays.fill(assigned, NONE);
        List<Integer> cells = within(outputs.grid(), objects);
        double[][] overlaps = new double[objects.size()][cells.size()];
        double[][] costs = new double[objects.size()][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            Box predicted = outputs.box(image, cells.get(i));
            for (int object = 0; object < objects.size(); object++) {
                overlaps[object][i] = predicted.iou(objects.get(object));
                costs[object][i] = cost(outputs, image, cells.get(i), classes.get(object), overlaps[object][i]);
            }
        }
        boolean[][] claimed = claims(overlaps, costs);
        for (int i = 0; i < cells.size(); i++) {
            assigned[cells.get(i)] = winner(i, claimed, costs);
        }
        return assigned;
    }

    private static List<Integer> within(CellGrid grid, List<Box> objects) {
        List<Integer> cells = new ArrayList<>();
        for (CellGrid.Level level : grid.levels()) {
            for (int cell = 0; cell < level.cells(); cell++) {
                float x = level.pointX(cell);
                float y = level.pointY(cell);
                if (objects.stream().anyMatch(box -> x > box.x1() && x < box.x2() && y > box.y1() && y < box.y2())) {
                    cells.add(level.first() + cell);
                }
            }
        }
        return cells;
    }

    private double cost(GflOutputs outputs, int image, int cell, int classIndex, double overlap) {
        double cost = -overlapFactor * Math.log(overlap + TINY);
        for (int c = 0; c < outputs.format().classes(); c++) {
            double wanted = c == classIndex ? overlap : 0;
            double score = QualityFocal.sigmoid(outputs.logit(image, cell, c));
            double entropy = -wanted * logarithm(score) - (1 - wanted) * logarithm(1 - score);
            cost += entropy * (wanted - score) * (wanted - score);
        }
        return cost;
    }

    private static double logarithm(double score) {
        return Math.max(LEAST_LOGARITHM, Math.log(score));
    }

    /** For each object the candidates that it takes. */
    private boolean[][] claims(double[][] overlaps, double[][] costs) {
        boolean[][] claimed = new boolean[costs.length][];
        for (int object = 0; object < costs.length; object++) {
            double[] ofObject = costs[object];
            boolean[] taken = new boolean[ofObject.length];
            IntStream.range(0, ofObject.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> ofObject[i]))
                    .limit(wanted(overlaps[object]))
                    .forEach(i -> taken[i] = true);
            claimed[object] = taken;
        }
        return claimed;
    }

    /** How many cells an object is to get. */
    private int wanted(double[] overlaps) {
        double[] sorted = overlaps.clone();
        Arrays.sort(sorted);
        double sum = Arrays.stream(sorted, Math.max(0, sorted.length - candidates), sorted.length)
                .sum();
        return Math.max(1, (int) sum);
    }

    private static int winner(int candidate, boolean[][] claimed, double[][] costs) {
        int claims = 0;
        int last = NONE;
        int cheapest = 0;
        for (int object = 0; object < claimed.length; object++) {
            if (claimed[object][candidate]) {
                claims++;
                last = object;
            }
            if (costs[object][candidate] < costs[cheapest][candidate]) {
                cheapest = object;
            }
        }
        return claims > 1 ? cheapest : last;
    }
}
