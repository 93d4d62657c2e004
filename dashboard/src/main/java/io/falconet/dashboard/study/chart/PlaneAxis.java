package io.falconet.dashboard.study.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.study.board.Board;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.outcome.Objective.Origin;
import java.util.DoubleSummaryStatistics;

/** An axis of an objective, long enough for all trials shown and their intervals, whichever of them are drawn. */
final class PlaneAxis {
    /** Room left before the least and after the greatest value, as a share of the axis. */
    private static final double GAP = 0.04;

    private PlaneAxis() {}

    static ObjectNode of(Objective objective, boolean vertical, Board board, int[] shown) {
        boolean more = objective.direction() == Direction.MAXIMIZE;
        String arrow = vertical ? (more ? "↑" : "↓") : (more ? "→" : "←");
        String unit = objective.unit().isEmpty() ? "" : " (" + objective.unit() + ")";
        boolean count = objective == Objective.PARAMETERS || objective == Objective.MACS;
        ObjectNode axis =
                Option.axis(objective.label() + unit + "   " + arrow + " better", count ? "count" : "number", vertical);
        axis.putArray("boundaryGap").add(GAP).add(GAP);
        DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        for (int number : shown) {
            accept(values, objective, board, number);
        }
        boolean positive = objective.origin() != Origin.UNTRAINED;
        if (positive && values.getMin() < GAP * (values.getMax() - values.getMin())) {
            axis.put("min", 0); // nothing that is measured here is less
        }
        return axis;
    }

    /** Where a point and its interval lie along an axis. */
    private static void accept(DoubleSummaryStatistics values, Objective objective, Board board, int number) {
        if (objective == Objective.LATENCY) {
            values.accept(board.trials().lowMillis(number));
            values.accept(board.trials().highMillis(number));
        } else {
            values.accept(board.trials().value(objective, number));
        }
    }
}
