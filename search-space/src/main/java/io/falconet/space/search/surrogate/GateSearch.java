package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.GateEvidence.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Looks for gates that outcomes speak for: the likeliest set step by step, and others that are likely too, by a random walk
 * (Metropolis et al., 1953) among sets, as Gardner et al. (2017) walk among sums of kernels.
 */
final class GateSearch {
    private static final int LEAST_SUPPORT = 3;
    /** Steps with an option that has no gates yet, and with one that has. */
    private static final int STEPS = 6;

    private static final int FURTHER_STEPS = 3;
    private static final double WORTH_IT = 0.01;
    /** Of those a step away so many are weighed, by an estimate the likeliest. */
    private static final int WEIGHED = 12;

    private static final int WALK = 120;
    private static final int KEPT_EVERY = 30;
    private static final double ADDED = 0.4;
    private static final double REMOVED = 0.25;
    private static final double SAME_OPTION = 0.8;

    private final GateEvidence evidence;
    private final SharedOptions shared;
    private final RandomGenerator random;

    GateSearch(GateEvidence evidence, SharedOptions shared, RandomGenerator random) {
        this.evidence = evidence;
        this.shared = shared;
        this.random = random;
    }

    /**
     * The likeliest set that is found from another one on. One gate is rarely worth the first of its option, several are: so
     * each option is looked at as if it had gates already, and pays in the end.
     *
     * @param all whether all options are looked at, or those alone that have gates
     */
    GateSet likeliest(GateSet start, boolean all) {
        Weighed first = weighed(evidence.instead(evidence.none(), start));
        Weighed best = lighter(first, weighed(evidence.none()));
        for (int option = 0; option < shared.count(); option++) {
            if (all || start.uses(option)) {
                best = lighter(best, climb(first, option));
            }
        }
        return best.hypothesis().set();
    }

    /** A hypothesis, and how surprising it is. */
    private record Weighed(Hypothesis hypothesis, double surprise) {}

    private Weighed weighed(Hypothesis hypothesis) {
        return new Weighed(hypothesis, evidence.surprise(hypothesis));
    }

    private static Weighed lighter(Weighed one, Weighed other) {
        return other.surprise() < one.surprise() - WORTH_IT ? other : one;
    }

    private Weighed climb(Weighed start, int option) {
        Weighed at = start;
        int steps = start.hypothesis().set().uses(option) ? FURTHER_STEPS : STEPS;
        for (int step = 0; step < steps && Double.isFinite(at.surprise()); step++) {
            Hypothesis from = at.hypothesis();
            Weighed best = at;
            for (Hypothesis next : likeliest(neighbours(from, option), from, option)) {
                Weighed weighed = weighed(next);
                best = withoutEntry(weighed, option) < withoutEntry(best, option) - WORTH_IT ? weighed : best;
            }
            if (best == at) {
                break;
            }
            at = best;
        }
        return at;
    }

    /** Those that are worth weighing, by an estimate. */
    private List<Hypothesis> likeliest(List<GateSet> sets, Hypothesis from, int option) {
        record Estimated(Hypothesis hypothesis, double estimate) {}
        double[][] slope = evidence.slope(from);
        return sets.stream()
                .map(set -> evidence.instead(from, set))
                .map(it -> new Estimated(it, evidence.estimate(it, from, slope) - entry(it.set(), option)))
                .sorted(Comparator.comparingDouble(Estimated::estimate))
                .limit(WEIGHED)
                .map(Estimated::hypothesis)
                .toList();
    }

    private static double withoutEntry(Weighed weighed, int option) {
        return weighed.surprise() - entry(weighed.hypothesis().set(), option);
    }

    private static double entry(GateSet set, int option) {
        return set.uses(option) ? GateSet.OPTION_PRICE : 0;
    }

    /** With one more gate of the option, without one of any, and with another one of the same choice instead of one. */
    private List<GateSet> neighbours(Hypothesis at, int option) {
        GateSet set = at.set();
        List<Gate> supported = shared.gates(option, random).stream()
                .filter(gate -> evidence.support(at, gate) >= LEAST_SUPPORT)
                .toList();
        List<GateSet> neighbours = new ArrayList<>();
        supported.stream().filter(gate -> !set.gates().contains(gate)).forEach(gate -> neighbours.add(set.with(gate)));
        for (Gate gate : set.gates()) {
            GateSet fewer = set.without(gate);
            neighbours.add(fewer);
            if (gate.option() == option) {
                shared.gates(option, random).stream()
                        .filter(other ->
                                other.gated() == gate.gated() && !set.gates().contains(other))
                        .forEach(other -> neighbours.add(fewer.with(other)));
            }
        }
        return neighbours;
    }

    /** Sets of a walk from a set on, evenly spaced, after the likeliest of all, which is the first. */
    List<GateSet> likely(GateSet start) {
        Weighed at = weighed(evidence.instead(evidence.none(), start));
        Weighed best = at;
        List<GateSet> kept = new ArrayList<>();
        for (int step = 1; step <= WALK; step++) {
            Hypothesis from = at.hypothesis();
            Weighed next = weighed(evidence.instead(from, moved(from.set())));
            if (Math.log(random.nextDouble()) < at.surprise() - next.surprise()) {
                at = next;
            }
            best = at.surprise() < best.surprise() ? at : best;
            if (step % KEPT_EVERY == 0) {
                kept.add(at.hypothesis().set());
            }
        }
        kept.add(0, best.hypothesis().set());
        return kept;
    }

    private GateSet moved(GateSet set) {
        double kind = random.nextDouble();
        if (set.gates().isEmpty() || kind < ADDED) {
            int option = !set.gates().isEmpty() && random.nextDouble() < SAME_OPTION
                    ? set.gates().get(0).option()
                    : random.nextInt(shared.count());
            return with(set, shared.draw(option, random));
        }
        Gate gate = set.gates().get(random.nextInt(set.gates().size()));
        GateSet fewer = set.without(gate);
        return kind < ADDED + REMOVED ? fewer : with(fewer, likeGate(gate));
    }

    private static GateSet with(GateSet set, Gate gate) {
        return set.gates().contains(gate) ? set : set.with(gate);
    }

    /** A gate of the same option that has the same choice gated or the same ones holding. */
    private Gate likeGate(Gate gate) {
        Gate drawn = shared.draw(gate.option(), random);
        if (random.nextBoolean()
                && drawn.gated() != gate.gated()
                && !gate.holders().contains(drawn.gated())) {
            return new Gate(gate.option(), gate.holders(), drawn.gated());
        }
        return drawn.holders().contains(gate.gated()) ? gate : new Gate(gate.option(), drawn.holders(), gate.gated());
    }
}
