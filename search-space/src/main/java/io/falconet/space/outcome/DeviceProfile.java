package io.falconet.space.outcome;

/**
 * On what something was measured.
 *
 * @param name the device's short name, as a study gives it; {@code local} is this machine
 * @param processor the processor's own description
 * @param runtime the inference runtime with its version
 * @param threads threads that one inference used
 */
public record DeviceProfile(String name, String processor, String runtime, int threads) {}
