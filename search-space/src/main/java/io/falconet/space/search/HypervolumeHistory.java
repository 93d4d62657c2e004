package io.falconet.space.search;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.outcome.Objective.Origin;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.pareto.Hypervolume;
import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a search's front grew, as a number after each trial: the share, between 0 and 1, of the box between ideal and
 * reference that the front dominates.
 *
 * <p>The box is fixed by one rule. A maximised objective (mAP) reaches from 1, ideal, to 0. A minimised one reaches from
 * 0, ideal, to the study's limit on it; where it has none, to 1.1 times the worst value evaluated. A score without training has
 * no ideal: it reaches from the best value evaluated to the study's floor, or to a tenth beyond the worst one. So within one
 * history all numbers are measured in one box and never fall; a new worst value widens the box for all of them.
 */
public final class HypervolumeHistory {
    private HypervolumeHistory() {}

    /**
     * The share dominated after each outcome. Takes time in the square of the outcomes or more, by the number of
     * objectives.
     *
     * @param finished outcomes of the study's trials in the order in which they finished
     * @return a number an outcome
     */
    public static List<Double> of(StudySpec study, List<Outcome> finished) {
        ObjectiveSpace space = new ObjectiveSpace(study.objectives());
        List<Optional<double[]>> points =
                finished.stream().map(outcome -> point(study, space, outcome)).toList();
        List<double[]> known = points.stream().flatMap(Optional::stream).toList();
        double[] reference = reference(study, known);
        double box = box(study, known, reference);
        List<double[]> front = List.of();
        double share = 0;
        List<Double> history = new ArrayList<>();
        for (Optional<double[]> point : points) {
            if (point.isPresent()) {
                List<double[]> grown = new ArrayList<>(front);
                grown.add(point.get());
                front = ParetoFront.of(grown, it -> it);
                share = Math.max(share, Hypervolume.of(front, reference) / box);
            }
            history.add(share);
        }
        return history;
    }

    /**
     * The share that a front dominates, by the rule above, for whoever has no list of all outcomes.
     *
     * @param extremes the least and the greatest of each coordinate among all points evaluated
     * @param front points of which none dominates another
     */
    public static double share(StudySpec study, List<double[]> extremes, List<double[]> front) {
        double[] reference = reference(study, extremes);
        return Hypervolume.of(front, reference) / box(study, extremes, reference);
    }

    /** What was not trained in full, or breaks a limit of the study, dominates nothing. */
    static Optional<double[]> point(StudySpec study, ObjectiveSpace space, Outcome outcome) {
        return study.fullyTrained(outcome)
                        && outcome instanceof Evaluated found
                        && study.bounds().broken(found).isEmpty()
                ? space.point(outcome)
                : Optional.empty();
    }

    /**
     * The reference point by the rule above, in minimised coordinates.
     *
     * @param points all points evaluated
     */
    public static double[] reference(StudySpec study, List<double[]> points) {
        double[] reference = new double[study.objectives().size()];
        for (int i = 0; i < reference.length; i++) {
            int axis = i;
            Objective objective = study.objectives().get(i);
            double worst =
                    points.stream().mapToDouble(point -> point[axis]).max().orElse(1);
            if (objective.direction() == Direction.MINIMIZE) {
                reference[i] = study.limits().getOrDefault(objective, 1.1 * worst);
            } else if (objective.origin() == Origin.UNTRAINED) {
                double margin = worst == best(points, i) ? 1 : 0.1 * (worst - best(points, i));
                reference[i] = Optional.ofNullable(study.limits().get(objective))
                        .map(floor -> Math.max(-floor, best(points, axis) + margin))
                        .orElse(worst + margin);
            }
        }
        return reference;
    }

    private static double best(List<double[]> points, int axis) {
        return points.stream().mapToDouble(point -> point[axis]).min().orElse(1);
    }

    private static double box(StudySpec study, List<double[]> points, double[] reference) {
        double box = 1;
        for (int i = 0; i < reference.length; i++) {
            Objective objective = study.objectives().get(i);
            if (objective.direction() == Direction.MINIMIZE) {
                box *= reference[i];
            } else if (objective.origin() == Origin.UNTRAINED) {
                box *= reference[i] - best(points, i);
            }
        }
        return box;
    }
}
