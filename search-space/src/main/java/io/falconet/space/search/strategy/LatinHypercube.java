package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The first children, before anything is known: in blocks, each of which takes the options of every choice as evenly as
 * its size allows (McKay, Beckman and Conover, 1979).
 *
 * @param size children a block
 */
record LatinHypercube(List<Choice> choices, int size, Randomness randomness) {
    /** The child's decisions. */
    Genome sample(int child) {
        RandomGenerator random = randomness.block(child / size);
        int[] options = new int[choices.size()];
        for (int i = 0; i < options.length; i++) {
            int[] strata = shuffled(random);
            double place = (strata[child % size] + random.nextDouble()) / size;
            options[i] = (int) (place * choices.get(i).options().size());
        }
        return new Genome(options);
    }

    private int[] shuffled(RandomGenerator random) {
        int[] strata = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            strata[i] = strata[j];
            strata[j] = i;
        }
        return strata;
    }
}
