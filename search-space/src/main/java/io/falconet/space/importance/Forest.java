package io.falconet.space.importance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Regression trees, each grown from its own draw of the observations (Breiman, 2001); together they foretell by their mean. */
final class Forest {
    private static final int TREES = 24;

    private final List<Tree> trees;
    private final double fit;

    private Forest(List<Tree> trees, double fit) {
        this.trees = List.copyOf(trees);
        this.fit = fit;
    }

    static Forest grown(Observations observed, Random random) {
        int size = observed.size();
        List<Tree> trees = new ArrayList<>();
        double[] foretold = new double[size];
        int[] by = new int[size];
        for (int i = 0; i < TREES; i++) {
            boolean[] drawn = new boolean[size];
            int[] draw = new int[size];
            for (int place = 0; place < size; place++) {
                draw[place] = random.nextInt(size);
                drawn[draw[place]] = true;
            }
            Tree tree = Tree.grown(observed, draw, random);
            trees.add(tree);
            for (int place = 0; place < size; place++) {
                if (!drawn[place]) {
                    foretold[place] += tree.value(observed.taken()[place]);
                    by[place]++;
                }
            }
        }
        return new Forest(trees, fit(observed, foretold, by));
    }

    private static double fit(Observations observed, double[] foretold, int[] by) {
        Spread values = new Spread();
        double missed = 0;
        int told = 0;
        for (int place = 0; place < by.length; place++) {
            if (by[place] > 0) {
                double off = observed.values()[place] - foretold[place] / by[place];
                missed += off * off;
                values.add(observed.values()[place]);
                told++;
            }
        }
        return told == 0 || values.variance() == 0 ? Double.NaN : 1 - missed / told / values.variance();
    }

    double value(int[] options) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.value(options);
        }
        return sum / trees.size();
    }

    /** How much of the variance of what a tree did not see is foretold by the trees that did not see it. */
    double fit() {
        return fit;
    }
}
