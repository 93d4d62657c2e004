package io.falconet.cluster.driver;

import io.falconet.results.Owner;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.Wish;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Tells studies what people want of them. Their drivers, wherever they run, hear it within seconds. */
public final class Steering {
    private final ResultsDb db;
    private final Clock clock;

    public Steering(ResultsDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Asks for something.
     *
     * @throws RequestException if there is no such study, or none of which that can be asked
     */
    public void ask(String name, Wish wish) {
        StudyRegister register = new StudyRegister(db, clock);
        StudyRecord study = register.searched(name);
        if (!wish.tell(db.studies(), study.id(), clock.instant())) {
            StudyState found = register.named(name).state();
            throw new RequestException(wish.problem(name, found), Wish.remedy(found));
        }
    }

    /** The studies that wait for a driver, the oldest first: those queued, and those whose driver died. */
    public List<StudyRecord> waiting() {
        return db.studies().waiting(Claiming.LIFETIME);
    }

    /** Leaves a waiting study failed, unless somebody drives it meanwhile. */
    public void fail(StudyRecord study, String why) {
        db.studies()
                .claim(study.id(), Owner.thisProcess().text(), Claiming.LIFETIME, clock.instant())
                .ifPresent(claim -> db.studies().release(claim, StudyState.FAILED, Optional.of(why), clock.instant()));
    }
}
