package io.falconet.evaluator.train.optimize;

/**
 * How large the steps of a training are.
 *
 * @param peak the highest learning rate
 * @param warmUp how the first steps differ
 * @param fall how the rate falls
 * @param pace from when and how often it falls
 */
public record LearningSchedule(double peak, WarmUp warmUp, Fall fall, Pace pace) {
    /** From when and how often a rate falls. */
    public enum Pace {
        /** From the warm-up's end, with every step. */
        EACH_STEP,
        /** From the training's start, with every epoch. */
        EACH_EPOCH
    }

    public LearningSchedule {
        if (!(peak > 0)) {
            throw new IllegalArgumentException("A learning rate over 0 was expected, found %s.".formatted(peak));
        }
    }

    /** The same with another highest rate. */
    public LearningSchedule withPeak(double other) {
        return new LearningSchedule(other, warmUp, fall, pace);
    }

    /**
     * The size of a step.
     *
     * @param step from 0
     * @param perEpoch steps of an epoch
     * @param all steps of the training
     * @param momentum after the warm-up
     */
    public StepSize at(int step, int perEpoch, int all, double momentum) {
        int rising = warmUp.length(perEpoch, all);
        double fallen = fallen(step, rising, perEpoch, all);
        if (step >= rising) {
            return new StepSize(peak * fallen, peak * fallen, momentum);
        }
        return new StepSize(
                between(peak * warmUp.rate(), peak * fallen, step, rising),
                between(peak * warmUp.biasRate(), peak * fallen, step, rising),
                between(momentum * warmUp.momentum(), momentum, step, rising));
    }

    /** How much of the warm-up is done after a step, from 0 to 1. */
    public double warmth(int step, int perEpoch, int all) {
        return Math.min(1, (step + 1.0) / warmUp.length(perEpoch, all));
    }

    private static double between(double low, double high, int step, double rising) {
        return low + (high - low) * (step + 1) / rising;
    }

    private double fallen(int step, double rising, int perEpoch, int all) {
        return switch (pace) {
            case EACH_STEP -> step < rising ? 1 : fall.share((step - rising) / Math.max(1, all - rising));
            case EACH_EPOCH -> fall.share(step / perEpoch / Math.max(1.0, all / (double) perEpoch));
        };
    }
}
