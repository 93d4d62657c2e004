package io.falconet.space.rank;

import io.falconet.space.outcome.Fidelity;
import java.util.List;
import java.util.Optional;

/**
 * Something cheap by which networks are ranked, beside what a longer training of the same networks gave.
 *
 * @param name such as {@code 8 epochs}
 * @param fidelity of a training; empty for what is known without any
 * @param pairs a network each
 * @param correlation empty where there are fewer than {@value RankCorrelation#FEWEST_PAIRS} pairs
 */
public record Proxy(String name, Optional<Fidelity> fidelity, List<Pair> pairs, Optional<RankCorrelation> correlation) {
    public Proxy {
        pairs = List.copyOf(pairs);
    }

    /** A proxy that ranks these. */
    static Proxy of(String name, Optional<Fidelity> fidelity, List<Pair> pairs) {
        return new Proxy(
                name,
                fidelity,
                pairs,
                pairs.size() < RankCorrelation.FEWEST_PAIRS
                        ? Optional.empty()
                        : Optional.of(RankCorrelation.of(
                                pairs.stream().mapToDouble(Pair::proxy).toArray(),
                                pairs.stream().mapToDouble(Pair::reference).toArray())));
    }

    /**
     * How often it prefers of two networks the one that the longer training prefers: 1 is always, 0.5 is what a coin does.
     * This is (1 + tau) / 2. Empty where nothing can be said.
     */
    public Optional<Estimate> agreement() {
        return correlation
                .map(RankCorrelation::kendall)
                .filter(tau -> !Double.isNaN(tau.value()))
                .map(tau -> new Estimate((1 + tau.value()) / 2, (1 + tau.low()) / 2, (1 + tau.high()) / 2));
    }

    /** Whether the sample tells that it ranks better, or worse, than a coin. */
    public boolean conclusive() {
        return agreement()
                .filter(share -> share.low() > 0.5 || share.high() < 0.5)
                .isPresent();
    }

    /**
     * A network by both.
     *
     * @param proxy what the proxy gives it
     * @param reference what the longer training gave it
     */
    public record Pair(String networkId, double proxy, double reference) {}
}
