package io.falconet.results;

/** A driver wrote to a study that another driver has claimed since. Nothing of what it wrote is stored. */
public final class StaleClaimException extends ResultsException {
    private static final long serialVersionUID = 1L;

    StaleClaimException(Claim claim) {
        super(("%s no longer drives study %d: its claim (token %d) has been released or taken over.%n"
                        + "Maybe this process was asleep for longer than a claim lives; start the study again to go on.")
                .formatted(claim.owner(), claim.studyId(), claim.token()));
    }
}
