package io.falconet.evaluator.synthetic;

/**
 * A shape as its signed distance: negative within, 0 on the edge, positive outside.
 *
 * @see <a href="https://iquilezles.org/articles/distfunctions2d/">Quilez, 2D distance functions</a>
 */
@FunctionalInterface
interface Outline {
    double distance(double u, double v);

    static Outline circle(double centreU, double centreV, double radius) {
        return (u, v) -> Math.hypot(u - centreU, v - centreV) - radius;
    }

    /** A line with round ends. */
    static Outline capsule(double fromU, double fromV, double toU, double toV, double radius) {
        double alongU = toU - fromU;
        double alongV = toV - fromV;
        double square = alongU * alongU + alongV * alongV;
        return (u, v) -> {
            double share = Math.max(0, Math.min(1, ((u - fromU) * alongU + (v - fromV) * alongV) / square));
            return Math.hypot(u - fromU - share * alongU, v - fromV - share * alongV) - radius;
        };
    }

    /** A polygon of corners u, v, u, v, …. */
    static Outline polygon(double... corners) {
        int n = corners.length / 2;
        return (u, v) -> {
            double nearest = Double.MAX_VALUE;
            boolean inside = false;
            for (int i = 0, j = n - 1; i < n; j = i++) {
                double eu = corners[2 * j] - corners[2 * i];
                double ev = corners[2 * j + 1] - corners[2 * i + 1];
                double du = u - corners[2 * i];
                double dv = v - corners[2 * i + 1];
                double share = Math.max(0, Math.min(1, (du * eu + dv * ev) / (eu * eu + ev * ev)));
                nearest = Math.min(nearest, Math.hypot(du - eu * share, dv - ev * share));
                boolean crosses = (corners[2 * i + 1] > v) != (corners[2 * j + 1] > v);
                if (crosses && u < corners[2 * i] + (v - corners[2 * i + 1]) / ev * eu) {
                    inside = !inside;
                }
            }
            return inside ? -nearest : nearest;
        };
    }

    /** The line around this shape. */
    default Outline ring(double halfWidth) {
        return (u, v) -> Math.abs(distance(u, v)) - halfWidth;
    }

    default Outline and(Outline other) {
        return (u, v) -> Math.min(distance(u, v), other.distance(u, v));
    }
}
