package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import io.jenetics.AbstractChromosome;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.util.ISeq;
import java.util.List;
import java.util.stream.IntStream;

/** Decisions, as Jenetics sees them, in the order of the choices. */
final class DecisionChromosome extends AbstractChromosome<DecisionGene> {
    private DecisionChromosome(ISeq<DecisionGene> decisions) {
        super(decisions);
    }

    /** Encodes decisions between the choices. */
    static Genotype<DecisionGene> encode(List<Choice> choices, Genome genome) {
        ISeq<DecisionGene> decisions = IntStream.range(0, genome.size())
                .mapToObj(i -> new DecisionGene(choices.get(i), genome.option(i)))
                .collect(ISeq.toISeq());
        return Genotype.of(new DecisionChromosome(decisions));
    }

    /** Decodes decisions: the inverse of {@link #encode}. */
    static Genome decode(Genotype<DecisionGene> genotype) {
        return new Genome(
                genotype.chromosome().stream().mapToInt(DecisionGene::allele).toArray());
    }

    @Override
    public Chromosome<DecisionGene> newInstance(ISeq<DecisionGene> decisions) {
        return new DecisionChromosome(decisions);
    }

    @Override
    public Chromosome<DecisionGene> newInstance() {
        return newInstance(stream().map(DecisionGene::newInstance).collect(ISeq.toISeq()));
    }
}
