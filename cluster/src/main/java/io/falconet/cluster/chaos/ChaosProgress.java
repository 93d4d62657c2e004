package io.falconet.cluster.chaos;

/** Hears how it goes. */
public interface ChaosProgress {
    /** A study is searched. */
    void begun(String study);

    /**
     * Something was broken.
     *
     * @param kills how often anything was, this one included
     * @param outcomes that were seen so far
     */
    void broken(int kills, Victim victim, int outcomes);

    /** A study is searched again, undisturbed. */
    void compared(String study);
}
