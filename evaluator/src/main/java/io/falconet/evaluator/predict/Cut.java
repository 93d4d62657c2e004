package io.falconet.evaluator.predict;

import io.falconet.evaluator.detect.Box;

/** At which of its edges a box was cut off by its tile's. */
record Cut(boolean left, boolean top, boolean right, boolean bottom) {
    /** Least share of the lower one's height, or the narrower one's width, along which two pieces of an object meet. */
    private static final float ALIGNED = 0.5f;

    boolean any() {
        return left || top || right || bottom;
    }

    /**
     * Whether one box goes on where the other was cut off.
     *
     * @param gap pixels that may be between them
     */
    static boolean meet(Box a, Cut ofA, Box b, Cut ofB, double gap) {
        boolean beside = aligned(a.y1(), a.y2(), b.y1(), b.y2())
                && (follows(a.x1(), a.x2(), ofA.right, b.x1(), b.x2(), ofB.left, gap)
                        || follows(b.x1(), b.x2(), ofB.right, a.x1(), a.x2(), ofA.left, gap));
        return beside
                || aligned(a.x1(), a.x2(), b.x1(), b.x2())
                        && (follows(a.y1(), a.y2(), ofA.bottom, b.y1(), b.y2(), ofB.top, gap)
                                || follows(b.y1(), b.y2(), ofB.bottom, a.y1(), a.y2(), ofA.top, gap));
    }

    private static boolean aligned(float start, float end, float otherStart, float otherEnd) {
        return Math.min(end, otherEnd) - Math.max(start, otherStart)
                >= ALIGNED * Math.min(end - start, otherEnd - otherStart);
    }

    /** Whether a span that was cut at its end is followed by one that was cut at its start. */
    private static boolean follows(
            float start, float end, boolean cutEnd, float nextStart, float nextEnd, boolean cutStart, double gap) {
        return cutEnd && cutStart && start <= nextStart && end <= nextEnd && nextStart - end <= gap;
    }

    /** Of the box around both: each edge is that of the box that reaches further. */
    static Cut ofBoth(Box a, Cut ofA, Box b, Cut ofB) {
        return new Cut(
                (a.x1() <= b.x1() ? ofA : ofB).left,
                (a.y1() <= b.y1() ? ofA : ofB).top,
                (a.x2() >= b.x2() ? ofA : ofB).right,
                (a.y2() >= b.y2() ? ofA : ofB).bottom);
    }
}
