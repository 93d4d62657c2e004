package io.falconet.space.search.strategy;

import java.util.Arrays;
import java.util.Optional;

/**
 * What may be tried, and what can be told of it beforehand.
 *
 * @param id of what it stands for: candidates of one id are the same; empty if it stands for nothing
 * @param objection why it cannot be tried: it builds no network or breaks a limit
 * @param features of what it stands for, beyond its decisions: numbers that tell how it may turn out, equally many of every
 *     candidate that stands for something
 * @param foreseen by objective: its coordinate, where that is known before it is tried, NaN where it is not
 */
public record Candidate(Genome genome, String id, Optional<String> objection, double[] features, double[] foreseen) {
    /** Of which nothing but the decisions is known before it is tried. */
    public static Candidate unforeseen(Genome genome, String id, int objectives) {
        double[] foreseen = new double[objectives];
        Arrays.fill(foreseen, Double.NaN);
        return new Candidate(genome, id, Optional.empty(), new double[0], foreseen);
    }

    /** The same with further features behind its own. */
    Candidate with(double[] further) {
        double[] all = Arrays.copyOf(features, features.length + further.length);
        System.arraycopy(further, 0, all, features.length, further.length);
        return new Candidate(genome, id, objection, all, foreseen);
    }

    /** Which stands for nothing. */
    public static Candidate impossible(Genome genome, String objection) {
        return new Candidate(genome, "", Optional.of(objection), new double[0], new double[0]);
    }
}
