package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.model.SearchedModel;
import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.evaluator.TrialData;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.space.Architecture;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a search found. */
record SearchedFront(ResultsDb db) {
    /**
     * The architectures on the front of a search.
     *
     * @throws RequestException if there is no such search, or it was made on other data
     */
    List<SearchedModel> of(String name, TrialData data) {
        StudyRegister register = new StudyRegister(db, Clock.systemUTC());
        StudyRecord study = register.searched(name);
        List<TrialRecord> front = Front.of(db, study, register.spec(study));
        if (front.isEmpty()) {
            throw new RequestException(
                    "Study %s was expected to have a front, found no evaluated trial.".formatted(name),
                    "falconet resume %s goes on with it.".formatted(name));
        }
        String searched = Front.evaluated(front.get(0)).provenance().dataFingerprint();
        if (!searched.equals(data.fingerprint())) {
            throw new RequestException(
                    "Study %s was expected to be of these data (%s), found other ones (%s)."
                            .formatted(name, data.fingerprint(), searched),
                    "--data names another folder or part than the study does.");
        }
        return front.stream()
                .map(trial -> new SearchedModel(
                        name + "-" + trial.number(),
                        Architecture.parse(trial.architecture()),
                        data.classes().size(),
                        Optional.of(new TrialReference(name, trial.number()))))
                .toList();
    }
}
