package io.falconet.space.search;

import io.falconet.space.graph.Network;
import io.falconet.space.graph.Roofline;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.space.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Guides by outcomes that are measured. Accuracy comes out the same each time, a latency never does: in its place stands
 * an estimate from the network, so that one seed gives one sequence on any machine, and a search that is resumed goes on
 * as if nothing had happened. An outcome without a measured latency still has no point.
 *
 * @param objectives in the order of the coordinates
 * @param network the network that an architecture builds
 */
public record SteadyGuide(List<Objective> objectives, Function<Architecture, Network> network) implements Guide {
    public SteadyGuide {
        objectives = List.copyOf(objectives);
    }

    @Override
    public Optional<double[]> point(Architecture architecture, Outcome outcome) {
        Optional<double[]> point = new ObjectiveSpace(objectives).point(outcome);
        int latency = objectives.indexOf(Objective.LATENCY);
        if (latency >= 0) {
            point.ifPresent(it -> it[latency] = Roofline.ONE_CORE.millis(network.apply(architecture)));
        }
        return point;
    }
}
