package io.falconet.space.block;

/** The rule by which MobileNets and GhostNets round a scaled number of channels to one that hardware likes. */
public final class RoundedWidth {
    private RoundedWidth() {}

    /**
     * The nearest multiple of a divisor, at least one of it, and never less than nine tenths of what was asked for.
     *
     * @param channels as asked for, such as 16 times a width of 0.75
     */
    public static int of(double channels, int divisor) {
        int nearest = Math.max(divisor, (int) (channels + divisor / 2.0) / divisor * divisor);
        return nearest < 0.9 * channels ? nearest + divisor : nearest;
    }
}
