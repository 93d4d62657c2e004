package io.falconet.space.search;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
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
 * 0, ideal, to the study's limit on it; where it has none, to 1.1 times the worst value evaluated. So within one
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
        double[] reference =
                reference(study, points.stream().flatMap(Optional::stream).toList());
        double box = box(study, reference);
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

    /** What was not trained in full, or breaks a limit of the study, dominates nothing. */
    private static Optional<double[]> point(StudySpec study, ObjectiveSpace space, Outcome outcome) {
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
            reference[i] = objective.direction() == Direction.MAXIMIZE
                    ? 0
                    : study.limits().getOrDefault(objective, 1.1 * worst);
        }
        return reference;
    }

    private static double box(StudySpec study, double[] reference) {
        double box = 1;
        for (int i = 0; i < reference.length; i++) {
            box *= study.objectives().get(i).direction() == Direction.MAXIMIZE ? 1 : reference[i];
        }
        return box;
    }
}
