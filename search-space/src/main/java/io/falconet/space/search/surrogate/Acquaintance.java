package io.falconet.space.search.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The candidates that a model is of, those tried first and those in flight after them, and what was worked out of others that
 * were asked about. While a search goes on by the same fit, those known are but more every time, and nothing is worked out twice.
 */
public final class Acquaintance {
    /** Of so many candidates what was worked out is kept. */
    private static final int REMEMBERED = 4_000;

    private final LikenessFit fit;
    private final GaussianProcess process;
    private final List<Key> known = new ArrayList<>();
    private final Map<Key, Prospect> prospects = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Prospect> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A candidate by what is told of it. */
    private record Key(int[] options, double[] features, int hash) {
        static Key of(int[] options, double[] features) {
            return new Key(options, features, 31 * Arrays.hashCode(options) + Arrays.hashCode(features));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Arrays.equals(options, key.options)
                    && Arrays.equals(features, key.features);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Knows nobody yet. */
    public Acquaintance(LikenessFit fit) {
        this.fit = fit;
        this.process = new GaussianProcess(fit.kernel());
    }

    /** With those candidates, in that order: this acquaintance where it is with the first of them, otherwise a new one. */
    public Acquaintance with(LikenessFit newest, Experience all) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < all.options().size(); i++) {
            keys.add(Key.of(all.options().get(i), all.features().get(i)));
        }
        boolean more = newest == fit
                && keys.size() >= known.size()
                && keys.subList(0, known.size()).equals(known);
        Acquaintance acquaintance = more ? this : new Acquaintance(newest);
        keys.subList(acquaintance.known.size(), keys.size()).forEach(acquaintance::add);
        return acquaintance;
    }

    private void add(Key key) {
        process.add(key.options(), key.features());
        known.add(key);
    }

    /** A candidate, to ask a model about. */
    public Prospect look(int[] options, double[] features) {
        return prospects.computeIfAbsent(Key.of(options, features), key -> process.look(options, features));
    }

    GaussianProcess process() {
        return process;
    }
}
