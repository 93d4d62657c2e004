package io.falconet.space.outcome;

/**
 * On what something was measured.
 *
 * @param name the device's short name, as a study gives it; {@value #LOCAL} is this machine
 * @param processor the processor's own description
 * @param runtime the inference runtime with its version
 * @param threads threads that one inference used
 */
public record DeviceProfile(String name, String processor, String runtime, int threads) {
    /** The name of the machine that evaluates; it is there without being registered. */
    public static final String LOCAL = "local";

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    /** Whether a device may be called that: letters, digits, dots, underscores and hyphens; never an address with its port. */
    public static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** The same under another name. */
    public DeviceProfile named(String other) {
        return new DeviceProfile(other, processor, runtime, threads);
    }

    /** What it is, for people, without its name. */
    public String description() {
        return "%s, %s, %d %s".formatted(processor, runtime, threads, threads == 1 ? "thread" : "threads");
    }
}
