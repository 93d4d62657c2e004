package io.falconet.results.check;

import io.falconet.results.FrontReading;
import io.falconet.results.ResultsException;
import io.falconet.space.search.FrontRule;
import io.falconet.space.study.StudySpec;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Holds the front that is kept of a study against the one that its outcomes make. One that is not kept, or by another rule
 * than the study's file gives, is no fault: it is made anew when the study goes on.
 */
final class FrontCheck {
    private final FrontReading fronts;
    private final Findings findings;

    FrontCheck(Handle handle, Findings findings) {
        this.fronts = new FrontReading(handle);
        this.findings = findings;
    }

    /** Looks at the front of one study. Reads all of its outcomes. */
    void check(long studyId, StudySpec study) {
        FrontRule rule = new FrontRule(study);
        if (!fronts.kept(studyId, rule)) {
            return;
        }
        Set<Integer> kept = new TreeSet<>(fronts.numbers(studyId));
        Set<Integer> computed;
        try {
            computed = new TreeSet<>(fronts.computed(studyId, rule).items());
        } catch (ResultsException | IllegalArgumentException unreadable) {
            // The rules of outcomes name those that cannot be read.
            return;
        }
        if (!kept.equals(computed)) {
            findings.add(new Finding(
                    "study-front",
                    Optional.of(study.name()),
                    Optional.empty(),
                    "the front that the outcomes make, trials " + computed,
                    "trials " + kept,
                    "Maybe the database was changed by hand: set the study's front_rule to NULL and resume it."));
        }
    }
}
