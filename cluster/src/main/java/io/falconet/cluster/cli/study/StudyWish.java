package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Steering;
import io.falconet.results.ResultsDb;
import io.falconet.results.Wish;
import java.time.Clock;

/** What was typed, told to a study. */
final class StudyWish {
    private StudyWish() {}

    static void tell(String study, Wish wish, StoreOptions store) {
        try (ResultsDb db = store.open()) {
            new Steering(db, Clock.systemUTC()).ask(study, wish);
        }
    }
}
