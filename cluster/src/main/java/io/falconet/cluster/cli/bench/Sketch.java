package io.falconet.cluster.cli.bench;

import io.falconet.space.space.Architecture;

/**
 * About what a network of the space of small objects would come to, by a formula of what was decided.
 *
 * @param accuracy mAP50-95, 0 to 1
 * @param parameters learned values
 * @param macs multiply-accumulates for one image
 */
record Sketch(double accuracy, long parameters, double macs) {
    static Sketch of(Architecture architecture) {
        double side = architecture.number("input");
        boolean fine = architecture.decision("levels").startsWith("4-");
        boolean deep = architecture.decision("levels").endsWith("-32");
        double parameters = 0;
        double macs = 0;
        double skill = 0;
        for (int stage = 1; stage <= (deep ? 3 : 2); stage++) {
            double width = architecture.number("stage" + stage + ".width");
            double depth = architecture.number("stage" + stage + ".depth");
            double part = width * width * depth * cost(architecture.decision("stage" + stage + ".block"));
            double cells = side / (fine ? 4 : 8) / Math.pow(2, stage - 1);
            parameters += part;
            macs += part * cells * cells;
            skill += 0.016 * Math.log(width / 48) + 0.008 * Math.log(depth);
        }
        double neck = architecture.number("neck.width");
        double head = architecture.number("head.width") * architecture.number("head.depth");
        parameters += 9 * neck * neck + 40 * head;
        macs += (9 * neck * neck + 90 * head) * Math.pow(side / (fine ? 4 : 8), 2) / 3;
        skill += 0.12 * Math.log(side / 128)
                + (fine ? 0.05 : 0)
                + (deep ? 0.01 : 0)
                + 0.02 * Math.log(neck / 48)
                + 0.01 * architecture.number("head.depth")
                + (architecture.decision("head.kernel").equals("5") ? 0.01 : 0)
                + (architecture.decision("neck").equals("pan") ? 0.012 : 0);
        return new Sketch(0.06 + skill, (long) (parameters + 30_000), macs + 4e6);
    }

    /** Of a unit, as a part of a full convolution's. */
    private static double cost(String block) {
        return 0.4 + Math.floorMod(block.hashCode(), 7) * 0.25;
    }
}
