package io.falconet.space.search.strategy;

import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.search.pareto.Ranking;
import io.falconet.space.study.Rungs;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who goes on to a longer training: successive halving without rounds (Li et al., 2020), of several objectives by front and
 * hypervolume (after Schmucker et al., 2021). Its answers follow from its arguments alone.
 *
 * @param top the highest rung, on which all is trained in full; 0 where there is no other
 * @param promote one of so many of a rung goes on to the next
 * @param enough outcomes of a rung to breed from them
 */
public record Ladder(int top, int promote, int enough) {
    /** One rung: every candidate is trained in full at once. */
    public static final Ladder NONE = new Ladder(0, Rungs.USUAL_PROMOTE, 1);

    /**
     * The ladder of those rungs.
     *
     * @param population how many a strategy breeds from
     */
    public static Ladder of(Rungs rungs, int population) {
        return new Ladder(rungs.below().size(), rungs.promote(), population);
    }

    /**
     * The proposal to be promoted: from the top rung down the best one that was not promoted yet, among the best of those
     * known on its rung. What failed counts among those known, and is never promoted.
     *
     * @param proposals all so far
     * @param known what came of the first of them, by number
     */
    Optional<Integer> promotion(List<Proposal> proposals, List<Known> known) {
        if (top == 0) {
            return Optional.empty();
        }
        Set<Integer> promoted = proposals.stream()
                .flatMap(proposal -> proposal.promoted().stream())
                .collect(Collectors.toSet());
        return IntStream.iterate(top - 1, rung -> rung >= 0, rung -> rung - 1)
                .mapToObj(rung -> best(numbers(rung, proposals, known), known).stream()
                        .filter(number -> !promoted.contains(number))
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The rung to breed from: the highest of which enough is known that did not fail (Falkner et al., 2018). */
    int bredFrom(List<Proposal> proposals, List<Known> known) {
        return IntStream.iterate(top, rung -> rung > 0, rung -> rung - 1)
                .filter(rung -> numbers(rung, proposals, known).stream()
                                .filter(number -> known.get(number).point().isPresent())
                                .count()
                        >= enough)
                .findFirst()
                .orElse(0);
    }

    /** What is known on a rung, in the order of proposals. */
    List<Known> known(int rung, List<Proposal> proposals, List<Known> known) {
        return top == 0
                ? known
                : numbers(rung, proposals, known).stream().map(known::get).toList();
    }

    /** Numbers of the proposals known on a rung. */
    private static List<Integer> numbers(int rung, List<Proposal> proposals, List<Known> known) {
        return IntStream.range(0, known.size())
                .filter(number -> proposals.get(number).rung() == rung)
                .boxed()
                .toList();
    }

    /**
     * What stands on the front without being trained in full, by the number of its latest proposal: of each candidate, the
     * highest rung counts.
     *
     * @param known what came of all of them, by number
     */
    List<Integer> unfinishedFront(List<Proposal> proposals, List<Known> known) {
        if (top == 0) {
            return List.of();
        }
        Map<String, Integer> highest = new LinkedHashMap<>();
        for (int number = 0; number < proposals.size(); number++) {
            highest.put(proposals.get(number).candidate().id(), number);
        }
        List<Integer> evaluated = highest.values().stream()
                .filter(number -> known.get(number).point().isPresent())
                .sorted()
                .toList();
        return ParetoFront.of(evaluated, number -> known.get(number).point().orElseThrow()).stream()
                .filter(number -> proposals.get(number).rung() < top)
                .toList();
    }

    /** The best of a rung, as many as may have gone on, the best first. */
    private List<Integer> best(Collection<Integer> rung, List<Known> known) {
        List<Integer> evaluated = rung.stream()
                .filter(number -> known.get(number).point().isPresent())
                .toList();
        List<double[]> points = evaluated.stream()
                .map(number -> known.get(number).point().orElseThrow())
                .toList();
        return Ranking.best(points, rung.size() / promote).stream()
                .map(evaluated::get)
                .toList();
    }
}
