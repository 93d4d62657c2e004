package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that a search may try: choices, and what each combination of their options comes to. */
public interface Candidates {
    /** What is chosen from, for people. */
    String name();

    /** The choices, in the order of a genome's decisions. */
    List<Choice> choices();

    /** What the decisions come to. Asked again, it answers the same. */
    Candidate of(Genome genome);

    /** Why a candidate cannot be tried, by all that can be known of it beforehand, which may take seconds to tell. */
    default Optional<String> objection(Candidate candidate) {
        return candidate.objection();
    }

    /** Further features of a candidate, which take seconds to tell; equally many of all, mostly none. */
    default double[] furtherFeatures(Candidate candidate) {
        return new double[0];
    }

    /** The decisions, for people. */
    default String text(Genome genome) {
        return IntStream.range(0, genome.size())
                .mapToObj(i -> choices().get(i).name() + "="
                        + choices().get(i).options().get(genome.option(i)))
                .collect(Collectors.joining(","));
    }

    /** Decisions of which every option is as likely as any other. */
    default Genome draw(RandomGenerator random) {
        return new Genome(choices().stream()
                .mapToInt(choice -> random.nextInt(choice.options().size()))
                .toArray());
    }
}
