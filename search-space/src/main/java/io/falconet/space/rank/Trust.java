package io.falconet.space.rank;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How far a study's ranking is to be trusted: how its brief trainings, the proxy, rank networks that were trained for longer
 * too, and so do all briefer trainings of them, and what comes for free.
 *
 * @param study how much training the study gives
 * @param reference the longer training
 * @param objective by which networks are ranked
 * @param networks that had the longer training
 * @param onFront how many of them are on the study's front
 * @param proxies the briefest training first; then parameters and multiply-accumulates, and scores without training that
 *     were asked for
 */
public record Trust(
        Fidelity study, Fidelity reference, Objective objective, int networks, int onFront, List<Proxy> proxies) {
    private static final List<Objective> FREE = List.of(Objective.PARAMETERS, Objective.MACS);

    public Trust {
        proxies = List.copyOf(proxies);
    }

    /** What ranks a study's networks: the first accuracy that it optimises. */
    public static Objective accuracy(List<Objective> objectives) {
        return objectives.stream()
                .filter(objective -> objective.origin() == Origin.TRAINING)
                .findFirst()
                .orElse(Objective.MAP50_95);
    }

    /**
     * By the longer training that says most: of those that enough networks had, and not the front's alone, the longest.
     *
     * @param study how much training the study gives
     * @param trainings of the study's networks, alike but for how much; of several of one network that are equally much
     *     the first counts
     * @param front ids of the networks on the study's front
     * @return empty where no network was trained for longer
     */
    public static Optional<Trust> of(Fidelity study, Objective objective, List<Training> trainings, Set<String> front) {
        return new LinkedHashSet<>(trainings.stream().map(Training::fidelity).toList())
                .stream()
                        .filter(fidelity -> Amount.whole(fidelity) && Amount.less(study, fidelity))
                        .map(fidelity -> at(fidelity, study, objective, trainings, front))
                        .filter(trust -> trust.networks > 0)
                        .max(Comparator.comparing((Trust trust) -> trust.networks >= RankCorrelation.FEWEST_PAIRS)
                                .thenComparing(trust -> trust.onFront < trust.networks)
                                .thenComparing(Trust::reference, Amount.RISING));
    }

    /** By a given longer training. */
    public static Trust at(
            Fidelity reference, Fidelity study, Objective objective, List<Training> trainings, Set<String> front) {
        Map<Fidelity, Map<String, Evaluated>> known = new LinkedHashMap<>();
        trainings.stream().filter(training -> training.knows(objective)).forEach(training -> known.computeIfAbsent(
                        training.fidelity(), key -> new LinkedHashMap<>())
                .putIfAbsent(training.networkId(), training.outcome()));
        Map<String, Evaluated> longer = known.getOrDefault(reference, Map.of());
        List<Proxy> proxies = new ArrayList<>();
        known.keySet().stream()
                .filter(fidelity -> Amount.less(fidelity, reference))
                .sorted(Amount.RISING)
                .map(fidelity -> Proxy.of(
                        fidelity.label(),
                        Optional.of(fidelity),
                        pairs(known.get(fidelity), objective, longer, objective)))
                .filter(proxy -> !proxy.pairs().isEmpty())
                .forEach(proxies::add);
        FREE.forEach(
                free -> proxies.add(Proxy.of(free.label(), Optional.empty(), pairs(longer, free, longer, objective))));
        Objective.scores().stream()
                .map(score -> Proxy.of(
                        score.label(), Optional.empty(), pairs(scored(trainings, score), score, longer, objective)))
                .filter(proxy -> !proxy.pairs().isEmpty())
                .forEach(proxies::add);
        int onFront = (int) longer.keySet().stream().filter(front::contains).count();
        return new Trust(study, reference, objective, longer.size(), onFront, proxies);
    }

    /** The first training of each network that has a score. */
    private static Map<String, Evaluated> scored(List<Training> trainings, Objective score) {
        Map<String, Evaluated> scored = new LinkedHashMap<>();
        trainings.stream()
                .filter(training -> training.knows(score))
                .forEach(training -> scored.putIfAbsent(training.networkId(), training.outcome()));
        return scored;
    }

    private static List<Proxy.Pair> pairs(
            Map<String, Evaluated> brief, Objective proxy, Map<String, Evaluated> longer, Objective objective) {
        return longer.keySet().stream()
                .filter(brief::containsKey)
                .map(network ->
                        new Proxy.Pair(network, proxy.value(brief.get(network)), objective.value(longer.get(network))))
                .toList();
    }

    /** The training by which the study ranks. */
    public Optional<Proxy> own() {
        Predicate<Proxy> studys =
                proxy -> proxy.fidelity().filter(study::equals).isPresent();
        return proxies.stream().filter(studys).findFirst();
    }

    /** Whether the longer training told no network from another. */
    private boolean saturated() {
        return own().stream()
                        .flatMap(proxy -> proxy.pairs().stream())
                        .mapToDouble(Proxy.Pair::reference)
                        .distinct()
                        .count()
                == 1;
    }

    /**
     * What to train to know more; empty where that would not help, or enough is known.
     *
     * @param ranked how many networks the study ranks
     */
    public Optional<Retraining> next(int ranked) {
        if (saturated()) {
            return Optional.of(Retraining.beyond(reference));
        }
        int twice = Math.min(ranked, Math.max(Retraining.SAMPLE, 2 * networks));
        boolean open = own().filter(Proxy::conclusive).isEmpty() || onFront == networks;
        return open && networks < ranked
                ? Optional.of(new Retraining(reference.epochs(), Optional.of(twice)))
                : Optional.empty();
    }

    /** What it comes to, in a sentence or two. */
    public String verdict() {
        String longer = reference.label();
        String brief = study.label();
        int pairs = own().map(proxy -> proxy.pairs().size()).orElse(0);
        if (pairs < RankCorrelation.FEWEST_PAIRS) {
            return "%d of its networks had %s too: at least %d are needed to say anything."
                    .formatted(pairs, longer, RankCorrelation.FEWEST_PAIRS);
        }
        Optional<Estimate> agreement = own().flatMap(Proxy::agreement);
        if (agreement.isEmpty()) {
            return "%s gave all %d networks the same %s: there is nothing to rank."
                    .formatted(saturated() ? longer : brief, pairs, objective.label());
        }
        Estimate share = agreement.get();
        String odds =
                "Of two networks, the one that is better after %s is better after %s too in about %.0f %% of all cases (%.0f to %.0f %%)."
                        .formatted(brief, longer, 100 * share.value(), 100 * share.low(), 100 * share.high());
        if (!own().orElseThrow().conclusive()) {
            return odds + " A coin does in 50 %%: %d networks are too few to tell.".formatted(pairs);
        }
        return onFront == networks ? odds + " All of them are on the front: of the rest it is not known." : odds;
    }
}
