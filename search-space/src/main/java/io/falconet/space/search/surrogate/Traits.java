package io.falconet.space.search.surrogate;

import java.util.Arrays;

/**
 * What a model is told of a candidate.
 *
 * @param options by choice between kinds: the index of the option taken
 * @param places by choice between amounts: where the option lies among all, from −1 to 1
 * @param numbers further ones, each with a mean of 0 and a deviation of 1 or so among the candidates known
 */
record Traits(int[] options, double[] places, double[] numbers) {
    /** How much two agree in their decisions, each for itself: 1 where all do, −1 or 0 where none does. */
    double agreement(Traits other) {
        double sum = 0;
        for (int i = 0; i < options.length; i++) {
            sum += options[i] == other.options[i] ? 1 : 0;
        }
        for (int i = 0; i < places.length; i++) {
            sum += places[i] * other.places[i];
        }
        return sum / Math.max(1, options.length + places.length);
    }

    /** The share of the decisions in which two differ; amounts differ in part. */
    double difference(Traits other) {
        double sum = 0;
        for (int i = 0; i < options.length; i++) {
            sum += options[i] == other.options[i] ? 0 : 1;
        }
        for (int i = 0; i < places.length; i++) {
            sum += Math.abs(places[i] - other.places[i]) / 2;
        }
        return sum / Math.max(1, options.length + places.length);
    }

    /** How much two numbers have the same sign and size, in the mean. */
    double product(Traits other) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i] * other.numbers[i];
        }
        return sum / Math.max(1, numbers.length);
    }

    /** Mean square of the numbers' differences: 2 among candidates drawn at random. */
    double distance(Traits other) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            double gap = numbers[i] - other.numbers[i];
            sum += gap * gap;
        }
        return sum / Math.max(1, numbers.length);
    }

    @Override
    public String toString() {
        return Arrays.toString(options) + Arrays.toString(places) + Arrays.toString(numbers);
    }
}
