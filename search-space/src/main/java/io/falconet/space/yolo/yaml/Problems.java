package io.falconet.space.yolo.yaml;

import io.falconet.space.problem.Problem;

/** Makes problems of messages that may bring their remedy along. */
final class Problems {
    private static final String REMEDY = "Maybe ";

    private Problems() {}

    static Problem of(int line, String message) {
        int remedy = message.lastIndexOf(REMEDY);
        return remedy < 0
                ? new Problem(line, message, "Maybe an argument is lost, or one too many.")
                : new Problem(line, message.substring(0, remedy).strip(), message.substring(remedy));
    }
}
