package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Traits.Likeness;

/** How a candidate is like those that models are of, in their order, and like itself. */
public final class Resemblance {
    private final Likeness[] likenesses;
    private final Likeness own;

    Resemblance(Likeness[] likenesses, Likeness own) {
        this.likenesses = likenesses;
        this.own = own;
    }

    /** To one of them. */
    Likeness to(int known) {
        return likenesses[known];
    }

    /** To itself. */
    Likeness own() {
        return own;
    }
}
