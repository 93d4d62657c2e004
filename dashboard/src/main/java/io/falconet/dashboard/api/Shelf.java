package io.falconet.dashboard.api;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import org.springframework.stereotype.Component;

/** Finds what calls ask for by name. */
@Component
final class Shelf {
    private final ResultsDb db;

    Shelf(ResultsDb db) {
        this.db = db;
    }

    /**
     * The study of that name.
     *
     * @throws ApiProblem if there is none
     */
    StudyRecord study(String name) {
        return db.studies()
                .find(name)
                .orElseThrow(() -> ApiProblem.missing(
                        "a study", "named \"" + name + "\"", "GET /api/v1/studies tells all of them."));
    }

    /**
     * The trial of that number.
     *
     * @throws ApiProblem if there is none, or it is no number
     */
    TrialRecord trial(StudyRecord study, String number) {
        int wanted = whole("the number of a trial", number, 0, Integer.MAX_VALUE);
        return db.trials()
                .find(study.id(), wanted)
                .orElseThrow(() -> ApiProblem.missing(
                        "a trial",
                        "of number " + wanted,
                        "GET /api/v1/studies/%s/trials tells all of them.".formatted(study.name())));
    }

    /**
     * A whole number out of a text.
     *
     * @throws ApiProblem if it is none, or lies outside
     */
    static int whole(String what, String text, int least, int most) {
        if (text.matches("-?\\d{1,10}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw ApiProblem.wrong(
                "%s from %d to %d".formatted(what, least, most), text, "it was copied from another field?");
    }
}
