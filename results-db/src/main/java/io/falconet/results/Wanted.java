package io.falconet.results;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Fidelity;
import java.util.Optional;

/**
 * What is about to be evaluated, as far as an earlier evaluation has to be the same to answer it.
 *
 * @param networkId of the network
 * @param recipe by which it is trained, as the {@link io.falconet.space.outcome.Provenance#RECIPE provenance} tells it
 * @param fidelity how much training it gets
 * @param start from which weights it is trained, as the {@link io.falconet.space.outcome.Provenance#START provenance} tells
 *     it; nothing for random ones
 * @param dataFingerprint on what
 * @param device on which it is timed, known by its name, processor, runtime and threads; nothing where time does not matter
 * @param seed of the evaluation; nothing where any will do
 */
public record Wanted(
        String networkId,
        String recipe,
        Fidelity fidelity,
        Optional<String> start,
        String dataFingerprint,
        Optional<DeviceProfile> device,
        Optional<Long> seed) {}
