package io.falconet.results.columns;

import java.util.List;

/**
 * One thing that trials of a study decided, each in its way.
 *
 * @param name as architectures name it, such as {@code stage3.block}
 * @param options those that some trial took, in the order in which they were first read
 * @param open whether there are more of them than 255: options says nothing of the others, nor is known which trials took them
 */
public record Decision(String name, List<String> options, boolean open) {
    public Decision {
        options = List.copyOf(options);
    }
}
