package io.falconet.space.search.surrogate;

/**
 * What a model is told of a candidate.
 *
 * @param kinds how many choices between kinds there are
 * @param taken of these: one bit an option, set where it is the one taken
 * @param places by choice between amounts: where the option lies among all, from −1 to 1
 * @param numbers further ones, each with a mean of 0 and a deviation of 1 or so among the candidates known
 */
record Traits(int kinds, long[] taken, double[] places, double[] numbers) {
    /** How two are alike. */
    Likeness likeness(Traits other) {
        int common = 0;
        for (int i = 0; i < taken.length; i++) {
            common += Long.bitCount(taken[i] & other.taken[i]);
        }
        double agreement = common;
        double difference = kinds - common;
        for (int i = 0; i < places.length; i++) {
            agreement += places[i] * other.places[i];
            difference += Math.abs(places[i] - other.places[i]) / 2;
        }
        double product = 0;
        double distance = 0;
        for (int i = 0; i < numbers.length; i++) {
            double gap = numbers[i] - other.numbers[i];
            product += numbers[i] * other.numbers[i];
            distance += gap * gap;
        }
        int decisions = Math.max(1, kinds + places.length);
        int count = Math.max(1, numbers.length);
        return new Likeness(agreement / decisions, difference / decisions, product / count, distance / count);
    }

    /**
     * In what ways two candidates are alike.
     *
     * @param agreement in their decisions, each for itself: 1 where all do, −1 or 0 where none does
     * @param difference the share of the decisions in which they differ; amounts differ in part
     * @param product how much their numbers have the same sign and size, in the mean
     * @param distance mean square of the numbers' differences: 2 among candidates drawn at random
     */
    record Likeness(double agreement, double difference, double product, double distance) {}
}
