package io.falconet.space.search.surrogate;

import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads the traits of candidates. Where several choices have the same options, how often each was taken counts as a number
 * too (or, of amounts, their sum): what matters is often how much of something a network has, not where.
 */
final class TraitReader {
    private final List<Choice> choices;
    private final SharedOptions shared;
    private final int[] kinds;
    /** Of each of these the bit of its first option; after the last, how many bits there are. */
    private final int[] bits;

    private final int[] amounts;
    private final List<int[]> alike = new ArrayList<>();
    private double[] means = {};
    private double[] deviations = {};

    /** A reader with the numbers' scale taken from those candidates. */
    TraitReader(Experience known) {
        this.choices = known.choices();
        this.shared = new SharedOptions(choices);
        this.kinds = indices(false);
        this.bits = new int[kinds.length + 1];
        for (int i = 0; i < kinds.length; i++) {
            bits[i + 1] = bits[i] + choices.get(kinds[i]).options().size();
        }
        this.amounts = indices(true);
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).options().size() > 1) {
                groups.computeIfAbsent(choices.get(i).options(), options -> new ArrayList<>())
                        .add(i);
            }
        }
        groups.values().stream()
                .filter(group -> group.size() > 1)
                .forEach(group ->
                        alike.add(group.stream().mapToInt(Integer::intValue).toArray()));
        List<double[]> numbers = IntStream.range(0, known.options().size())
                .mapToObj(i -> numbers(known.options().get(i), known.features().get(i)))
                .toList();
        int count = numbers.isEmpty() ? 0 : numbers.get(0).length;
        means = new double[count];
        deviations = new double[count];
        for (int k = 0; k < count; k++) {
            int number = k;
            means[k] = numbers.stream().mapToDouble(it -> it[number]).average().orElse(0);
            double mean = means[k];
            double variance = numbers.stream()
                    .mapToDouble(it -> (it[number] - mean) * (it[number] - mean))
                    .average()
                    .orElse(0);
            deviations[k] = variance > 0 ? Math.sqrt(variance) : 1;
        }
    }

    /** The options that several choices have. */
    SharedOptions shared() {
        return shared;
    }

    /** The traits of a candidate. */
    Traits read(int[] options, double[] features) {
        long[] taken = new long[(bits[kinds.length] + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < kinds.length; i++) {
            int bit = bits[i] + options[kinds[i]];
            taken[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
        }
        double[] places = new double[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            places[i] = place(amounts[i], options);
        }
        double[] numbers = numbers(options, features);
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = (numbers[k] - means[k]) / deviations[k];
        }
        return new Traits(kinds.length, taken, places, numbers);
    }

    private int[] indices(boolean amounts) {
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).options().size() > 1)
                .filter(i -> choices.get(i).ordered() == amounts)
                .toArray();
    }

    private double place(int choice, int[] options) {
        return 2.0 * options[choice] / (choices.get(choice).options().size() - 1) - 1;
    }

    private double[] numbers(int[] options, double[] features) {
        List<Double> numbers = new ArrayList<>();
        for (int[] group : alike) {
            Choice first = choices.get(group[0]);
            if (first.ordered()) {
                numbers.add(
                        IntStream.of(group).mapToDouble(i -> place(i, options)).sum());
            } else {
                double[] counts = new double[first.options().size()];
                IntStream.of(group).forEach(i -> counts[options[i]]++);
                for (double count : counts) {
                    numbers.add(count);
                }
            }
        }
        for (double feature : features) {
            numbers.add(feature);
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
