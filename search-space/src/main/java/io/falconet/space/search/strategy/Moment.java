package io.falconet.space.search.strategy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From what a child is bred.
 *
 * @param child its number among all children, from 0
 * @param rung on which all that is known was trained: of one length, so that it can be compared
 * @param known what came of candidates there, in the order in which they came to the rung, but for what is in flight
 * @param pending what is in flight, on whatever rung, and not known on this one
 * @param proposed ids of all children before this one; more, once the child is proposed
 */
public record Moment(int child, int rung, List<Known> known, List<Candidate> pending, Set<String> proposed) {
    /** Where there is one rung: each child before is known or pending. */
    public Moment(int child, List<Known> known, List<Candidate> pending) {
        this(
                child,
                0,
                known,
                pending,
                Stream.concat(known.stream().map(Known::candidate), pending.stream())
                        .map(Candidate::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
