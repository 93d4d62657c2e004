package io.falconet.space.search.strategy;

import java.util.List;

/**
 * From what a child is bred.
 *
 * @param child its number, from 0
 * @param known what came of children 0 … child − lag − 1, by number
 * @param pending those after them, by number: they were proposed, and nothing is known of them yet
 */
public record Moment(int child, List<Known> known, List<Candidate> pending) {}
