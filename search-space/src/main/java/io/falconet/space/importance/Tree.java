package io.falconet.space.importance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A regression tree over decisions. A node sends some of a decision's options to the left and the others to the right: of
 * all such splits the one that leaves the least variance, found by ordering the options by their means (Breiman and
 * others, 1984).
 */
final class Tree {
    private static final int SMALLEST_LEAF = 3;
    private static final int DEEPEST = 24;
    /** Decisions that a node may choose from, as a part of all. */
    private static final double OFFERED = 5.0 / 6;

    /** Of a node that splits; −1 in a leaf. */
    private final int decision;

    private final boolean[] left;
    private final Tree low;
    private final Tree high;
    private final double mean;

    private Tree(int decision, boolean[] left, Tree low, Tree high, double mean) {
        this.decision = decision;
        this.left = left;
        this.low = low;
        this.high = high;
        this.mean = mean;
    }

    /**
     * Grows one.
     *
     * @param draw places of observations, some of them more than once
     */
    static Tree grown(Observations observed, int[] draw, Random random) {
        return new Growing(observed.options(), observed.taken(), observed.values(), random).node(draw, 0);
    }

    double value(int[] options) {
        Tree node = this;
        while (node.decision >= 0) {
            node = node.left[options[node.decision]] ? node.low : node.high;
        }
        return node.mean;
    }

    /** How a node may be split, and how much less variance that leaves. */
    private record Split(int decision, boolean[] left, double gain) {}

    /** A tree that grows. */
    private record Growing(int[] options, int[][] taken, double[] values, Random random) {

        Tree node(int[] draw, int depth) {
            double mean = Arrays.stream(draw)
                    .mapToDouble(place -> values[place])
                    .average()
                    .orElse(0);
            Split best = draw.length < 2 * SMALLEST_LEAF || depth == DEEPEST ? null : best(draw);
            if (best == null) {
                return new Tree(-1, null, null, null, mean);
            }
            int[] low = Arrays.stream(draw)
                    .filter(place -> best.left()[taken[place][best.decision()]])
                    .toArray();
            int[] high = Arrays.stream(draw)
                    .filter(place -> !best.left()[taken[place][best.decision()]])
                    .toArray();
            return new Tree(best.decision(), best.left(), node(low, depth + 1), node(high, depth + 1), mean);
        }

        private Split best(int[] draw) {
            Split best = null;
            int offered = (int) Math.ceil(OFFERED * options.length);
            int[] order = IntStream.range(0, options.length).toArray();
            for (int i = 0; i < offered; i++) {
                int other = i + random.nextInt(options.length - i);
                int decision = order[other];
                order[other] = order[i];
                order[i] = decision;
                Split split = split(draw, decision);
                if (split != null && (best == null || split.gain() > best.gain())) {
                    best = split;
                }
            }
            return best;
        }

        private Split split(int[] draw, int decision) {
            int[] counts = new int[options[decision]];
            double[] sums = new double[options[decision]];
            for (int place : draw) {
                int option = taken[place][decision];
                counts[option]++;
                sums[option] += values[place];
            }
            Integer[] rising = IntStream.range(0, counts.length)
                    .filter(option -> counts[option] > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble(option -> sums[option] / counts[option]))
                    .toArray(Integer[]::new);
            return cut(draw.length, decision, rising, counts, sums);
        }

        /** Options that nobody here took go with the more. */
        private Split cut(int size, int decision, Integer[] rising, int[] counts, double[] sums) {
            double all = Arrays.stream(sums).sum();
            double best = 1e-12 * Math.max(1, all * all / size);
            int cut = 0;
            int count = 0;
            int countAtCut = 0;
            double sum = 0;
            for (int i = 0; i + 1 < rising.length; i++) {
                count += counts[rising[i]];
                sum += sums[rising[i]];
                if (count >= SMALLEST_LEAF && size - count >= SMALLEST_LEAF) {
                    double gain = sum * sum / count + (all - sum) * (all - sum) / (size - count) - all * all / size;
                    if (gain > best) {
                        best = gain;
                        cut = i + 1;
                        countAtCut = count;
                    }
                }
            }
            if (cut == 0) {
                return null;
            }
            boolean[] left = new boolean[counts.length];
            Arrays.fill(left, 2 * countAtCut > size);
            for (int i = 0; i < rising.length; i++) {
                left[rising[i]] = i < cut;
            }
            return new Split(decision, left, best);
        }
    }
}
