package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.SearchStrategy.Known;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.List;

/** How far a search is: what was proposed, what is known of it, and so whether the next child may be bred. */
final class Progress {
    private final StudySpec study;
    private final Guide guide;
    /** By child; null while in flight. */
    private final List<Known> known = new ArrayList<>();

    private int settled;
    private int inFlight;

    Progress(StudySpec study, Guide guide) {
        this.study = study;
        this.guide = guide;
    }

    /** Children so far: the next one's number. */
    int proposed() {
        return known.size();
    }

    int inFlight() {
        return inFlight;
    }

    /** Whether another child is wanted, there is room for it, and all that it is bred from is known. */
    boolean nextMayBeBred() {
        return proposed() < study.trials() && inFlight < study.lag() && settled >= proposed() - study.lag();
    }

    /** What the next child is bred from: the outcomes of children 0 … next − lag − 1. */
    List<Known> knownToNext() {
        return known.subList(0, Math.max(0, proposed() - study.lag()));
    }

    void propose() {
        known.add(null);
        inFlight++;
    }

    void finish(TrialRequest request, Outcome outcome) {
        known.set(request.number(), new Known(request.architecture(), guide.point(request.architecture(), outcome)));
        inFlight--;
        while (settled < known.size() && known.get(settled) != null) {
            settled++;
        }
    }
}
