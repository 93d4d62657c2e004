package io.falconet.dashboard.api;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.Objective;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Studies and their fronts. */
@RestController
@RequestMapping("/api/v1/studies")
final class StudyCalls {
    private final ResultsDb db;
    private final Shelf shelf;

    StudyCalls(ResultsDb db, Shelf shelf) {
        this.db = db;
        this.shelf = shelf;
    }

    /** All studies. */
    record Studies(List<StudyAnswer> studies) {}

    /** A study with the file that asked for it. */
    record WholeStudy(StudyAnswer study, String file) {}

    /** The trials on a study's front, and by which objectives. */
    record Front(String study, List<String> objectives, List<TrialAnswer> trials) {}

    @GetMapping
    Studies list() {
        return new Studies(db.studies().list().stream().map(StudyAnswer::of).toList());
    }

    @GetMapping("/{study}")
    WholeStudy one(@PathVariable("study") String name) {
        StudyRecord study = shelf.study(name);
        return new WholeStudy(StudyAnswer.of(study), study.specYaml());
    }

    @GetMapping("/{study}/front")
    Front front(@PathVariable("study") String name) {
        StudyRecord study = shelf.study(name);
        StudySpec spec = spec(study);
        return new Front(
                study.name(),
                spec.objectives().stream().map(Objective::key).toList(),
                db.trials().front(study.id(), spec).stream()
                        .map(trial -> TrialAnswer.of(study.name(), trial))
                        .toList());
    }

    private static StudySpec spec(StudyRecord study) {
        try {
            return new StudyReader().readStored(study.specYaml());
        } catch (StudyException e) {
            throw ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "Expected a study file that tells its objectives, found one of another version of Falconet. Maybe read the trials instead.");
        }
    }
}
