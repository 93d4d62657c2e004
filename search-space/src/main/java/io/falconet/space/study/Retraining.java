package io.falconet.space.study;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.study.StudySpec.DeviceSpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.List;
import java.util.Map;

/**
 * How networks that a study found are trained again.
 *
 * @param objectives of which each has its figures
 * @param fidelity how much training each gets
 * @param seed of the trainings
 * @param slots trainings at the same time
 */
public record Retraining(List<Objective> objectives, Fidelity fidelity, long seed, DeviceSpec device, int slots) {
    private static final int LAG = 4;
    /** It is never asked: there are no trials but the seeds. */
    private static final StrategySpec NOBODY = new StrategySpec(StrategySpec.RANDOM, 2);

    /**
     * The study that does so: the networks are its seeds, and it has no other trials and no limits.
     *
     * @param study whose data and recipe they are trained by
     * @param name of the new study
     * @param architectures of the study's space, as texts
     */
    public StudySpec of(StudySpec study, String name, List<String> architectures) {
        return new StudySpec(
                name,
                study.space(),
                Map.of(),
                architectures,
                study.data(),
                objectives,
                Map.of(),
                NOBODY,
                architectures.size(),
                study.recipe(),
                fidelity,
                Rungs.NONE,
                seed,
                device,
                slots,
                LAG * slots);
    }
}
