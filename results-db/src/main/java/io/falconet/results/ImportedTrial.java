package io.falconet.results;

import io.falconet.space.outcome.Outcome;
import java.time.Instant;

/**
 * A trial that another program ran.
 *
 * @param architecture the text of the architecture, or of {@link io.falconet.space.space.GivenParameters}
 * @param networkId of the network that it builds, or an id that no network has
 * @param log all that is known of it, for people
 * @param started when it began; when it was imported, where nobody knows
 * @param finished when it ended; when it was imported, where nobody knows
 */
public record ImportedTrial(
        String architecture, String networkId, Outcome outcome, String log, Instant started, Instant finished) {}
