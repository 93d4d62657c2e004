package io.falconet.results;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A study and what is kept of its front, for lists: told without looking at its trials, however many.
 *
 * @param onFront trials on its front; nothing where none is kept, as of a study that an older version searched
 * @param bestMap50To95 the highest on its front, 0 to 1
 */
public record StudyOverview(StudyRecord study, OptionalInt onFront, OptionalDouble bestMap50To95) {}
