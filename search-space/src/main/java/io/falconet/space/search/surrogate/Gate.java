package io.falconet.space.search.surrogate;

import java.util.List;

/**
 * A guess at what does not matter: where all of some choices take a certain option, another choice counts as if it took that
 * option too, whatever it takes. What comes behind an edge that holds no operation is dead, say.
 *
 * @param option which all of these choices have, as {@link SharedOptions} counts them
 * @param holders the choices that take it, by index: one or two
 * @param gated the choice that then does not matter, by index
 */
record Gate(int option, List<Integer> holders, int gated) {
    private static final double PRICE = 3.5;
    private static final double FURTHER_HOLDER = 0.7;

    /** Whether it holds where those options are taken. */
    boolean holds(int[] options, SharedOptions shared) {
        for (int i = 0; i < holders.size(); i++) {
            int holder = holders.get(i);
            if (options[holder] != shared.index(option, holder)) {
                return false;
            }
        }
        return true;
    }

    /** Minus the logarithm of how likely a gate is before anything is known, but for a constant: there are many gates. */
    double surprise() {
        return PRICE + FURTHER_HOLDER * (holders.size() - 1);
    }
}
