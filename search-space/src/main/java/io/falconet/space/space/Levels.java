package io.falconet.space.space;

import java.util.Arrays;
import java.util.List;

/**
 * At which strides a detector looks for objects.
 *
 * <pre>{@code
 * 8-16-32      // three levels
 * 8-16+32      // two levels, to which the backbone's map of stride 32 gives context
 * 8-16-32-64   // four levels, of which the neck makes the last: backbones end at stride 32
 * }</pre>
 *
 * @param strides of the levels, finest first, each twice the one before
 * @param context how many maps the backbone gives beyond the coarsest level
 */
record Levels(List<Integer> strides, int context) {
    private static final int COARSEST_MAP = 32;

    Levels {
        strides = List.copyOf(strides);
    }

    static Levels of(String option) {
        String[] parts = option.split("\\+");
        List<Integer> strides =
                Arrays.stream(parts[0].split("-")).map(Integer::valueOf).toList();
        return new Levels(strides, parts.length - 1);
    }

    /** Whether the stem's map, of stride 4, is the finest level. */
    boolean fromStem() {
        return strides.get(0) == 4;
    }

    /** How many stages the backbone has after its stem. */
    int stages() {
        return (int) strides.stream().filter(it -> it > 4 && it <= COARSEST_MAP).count() + context;
    }

    /** How many levels are coarser than all of the backbone's maps. */
    int further() {
        return (int) strides.stream().filter(it -> it > COARSEST_MAP).count();
    }
}
