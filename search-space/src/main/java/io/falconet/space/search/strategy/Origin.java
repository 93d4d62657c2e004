package io.falconet.space.search.strategy;

/** How a search came by an architecture. Stores keep the names. */
public enum Origin {
    /** Every option of every choice was as likely as any other. */
    DRAWN(0),
    /** One of the first, which take the options of every choice evenly. */
    EVEN(0),
    /** The study named it. */
    SEED(0),
    /** Picked from all of a small space, by what its outcomes promised. */
    SURVEYED(0),
    /** The decisions of a parent, one or some of them changed. */
    MUTANT(1),
    /** Some decisions of each of two parents, one or some of them changed then. */
    CROSSED(2),
    /** The same network, whose training goes on. */
    PROMOTED(1);

    private final int parents;

    Origin(int parents) {
        this.parents = parents;
    }

    /** Of how many trials it is made. */
    public int parents() {
        return parents;
    }
}
