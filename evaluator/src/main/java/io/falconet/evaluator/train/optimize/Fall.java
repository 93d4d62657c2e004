package io.falconet.evaluator.train.optimize;

import java.util.List;

/** How a learning rate falls from its highest. */
public sealed interface Fall {
    /**
     * The share of the highest rate that is left.
     *
     * @param progress from 0 to 1
     */
    double share(double progress);

    /**
     * Along half a cosine (Loshchilov and Hutter, 2017).
     *
     * @param last share at the end
     */
    record Cosine(double last) implements Fall {
        @Override
        public double share(double progress) {
            return last + (1 - last) * (1 + Math.cos(Math.PI * progress)) / 2;
        }
    }

    /**
     * In a straight line.
     *
     * @param last share at the end
     */
    record Linear(double last) implements Fall {
        @Override
        public double share(double progress) {
            return (1 - progress) * (1 - last) + last;
        }
    }

    /**
     * At once, at some points.
     *
     * @param points from 0 to 1; none keeps the rate
     * @param factor what is left at each
     */
    record Steps(List<Double> points, double factor) implements Fall {
        public Steps {
            points = List.copyOf(points);
        }

        @Override
        public double share(double progress) {
            return Math.pow(
                    factor, points.stream().filter(point -> progress >= point).count());
        }
    }
}
