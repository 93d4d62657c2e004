package io.falconet.space.search;

import io.falconet.space.space.Architecture;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import io.jenetics.AbstractChromosome;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.util.ISeq;
import java.util.List;
import java.util.stream.IntStream;

/** An architecture, as Jenetics sees it: its decisions in the order of the choices. */
final class DecisionChromosome extends AbstractChromosome<DecisionGene> {
    private DecisionChromosome(ISeq<DecisionGene> decisions) {
        super(decisions);
    }

    /** Encodes an architecture. */
    static Genotype<DecisionGene> encode(SearchSpace space, Architecture architecture) {
        List<Choice> choices = space.choices();
        int[] options = space.options(architecture);
        ISeq<DecisionGene> decisions = IntStream.range(0, options.length)
                .mapToObj(i -> new DecisionGene(choices.get(i), options[i]))
                .collect(ISeq.toISeq());
        return Genotype.of(new DecisionChromosome(decisions));
    }

    /** Decodes an architecture: the inverse of {@link #encode}. */
    static Architecture decode(SearchSpace space, Genotype<DecisionGene> genotype) {
        return space.architecture(
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
