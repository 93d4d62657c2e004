package io.falconet.space.space;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * One decision that a search takes.
 *
 * @param name unique within its space, such as {@code stage3.block}
 * @param options what may be decided, in an order in which neighbours are alike
 * @param ordered whether the options are amounts: the farther apart two stand, the more they differ
 */
public record Choice(String name, List<String> options, boolean ordered) {
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    /** A choice whose options are amounts if they are numbers. */
    public Choice(String name, List<String> options) {
        this(name, options, options.stream().allMatch(option -> option.matches(NUMBER)));
    }

    public Choice {
        options = List.copyOf(options);
        if (options.isEmpty() || new HashSet<>(options).size() != options.size()) {
            throw new IllegalArgumentException(
                    "Choice " + name + " needs at least one option and none twice, found " + options + ".");
        }
    }

    /** The choice between whole numbers. */
    public static Choice of(String name, int... options) {
        return new Choice(
                name, Arrays.stream(options).mapToObj(Integer::toString).toList());
    }
}
