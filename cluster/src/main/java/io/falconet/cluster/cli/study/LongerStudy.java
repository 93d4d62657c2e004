package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.model.SearchedModel;
import io.falconet.cluster.compare.Contender;
import io.falconet.cluster.driver.Front;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Origin;
import io.falconet.space.rank.Trust;
import io.falconet.space.space.Architecture;
import io.falconet.space.study.Retraining;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudySpec.DeviceSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The study that trains some networks of a study again, for longer: they are its seeds, and it has no other trials.
 *
 * @param study whose networks they are
 * @param fidelity how much training they get
 * @param slots trainings at a time
 */
record LongerStudy(StudySpec study, Fidelity fidelity, long seed, int slots) {
    /** Its name tells apart what other options ask for, so that the same options come back to it. */
    StudySpec of(List<TrialRecord> sample) {
        List<String> seeds = sample.stream().map(TrialRecord::architecture).toList();
        String other = "%s %s %s %d %d %s"
                .formatted(
                        study.data(),
                        study.recipe().text(),
                        fidelity.text(),
                        seed,
                        study.device().threads(),
                        seeds);
        DeviceSpec device = new DeviceSpec("local", study.device().threads());
        return new Retraining(objectives(), fidelity, seed, device, slots)
                .of(
                        study,
                        "%s-trust-%de-%06x".formatted(study.name(), fidelity.epochs(), other.hashCode() & 0xFFFFFF),
                        seeds);
    }

    /** The study's, without the scores of untrained networks, which are known. */
    private List<Objective> objectives() {
        return Stream.concat(Stream.of(Trust.accuracy(study.objectives())), study.objectives().stream())
                .filter(objective -> objective.origin() != Origin.UNTRAINED)
                .distinct()
                .toList();
    }

    /** The sample as those who are trained. */
    List<Entrant> entrants(List<TrialRecord> sample, int classes) {
        return sample.stream().map(trial -> entrant(trial, classes)).toList();
    }

    private Entrant entrant(TrialRecord trial, int classes) {
        TrialReference reference = new TrialReference(study.name(), trial.number());
        SearchedModel model = new SearchedModel(
                reference.text(), Architecture.parse(trial.architecture()), classes, Optional.of(reference));
        Contender contender = new Contender(
                reference.text(),
                "search " + study.name(),
                true,
                List.of(),
                model.image(),
                trial.networkId(),
                Front.evaluated(trial).complexity(),
                Optional.empty());
        return new Entrant(
                contender, model.build(model.image(), classes), Optional.of(trial.architecture()), Optional.empty());
    }
}
