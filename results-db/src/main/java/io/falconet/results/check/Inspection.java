package io.falconet.results.check;

import java.util.List;

/**
 * What a check has looked at, and what it found.
 *
 * @param studies that were looked at
 * @param trials that were looked at
 * @param artifacts files that rows name, each once
 * @param faults that were found
 * @param findings the faults, those of a kind together; at most {@value Findings#MOST} of a kind, and one that says how many
 *     more there are
 * @param unnamed files that could be removed
 */
public record Inspection(
        long studies, long trials, long artifacts, long faults, List<Finding> findings, List<Unnamed> unnamed) {
    public Inspection {
        findings = List.copyOf(findings);
        unnamed = List.copyOf(unnamed);
    }

    /** What removing the files that no row names would free. */
    public long unnamedBytes() {
        return unnamed.stream().mapToLong(Unnamed::bytes).sum();
    }
}
