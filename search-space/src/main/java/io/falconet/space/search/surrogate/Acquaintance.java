package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Traits.Likeness;
import java.util.ArrayList;
import java.util.List;

/**
 * The candidates that models are of, those tried first and those in flight after them, and how others are like them. It is the
 * same for all objectives.
 */
public final class Acquaintance {
    private final TraitReader reader;
    private final List<Traits> traits = new ArrayList<>();
    private final Likenesses likenesses;
    private final int tried;

    /** The acquaintance with those candidates. */
    public Acquaintance(Experience tried, Experience pending) {
        this.reader = new TraitReader(tried);
        this.tried = tried.options().size();
        read(tried);
        read(pending);
        this.likenesses = Likenesses.among(traits);
    }

    private void read(Experience experience) {
        for (int i = 0; i < experience.options().size(); i++) {
            traits.add(reader.read(
                    experience.options().get(i), experience.features().get(i)));
        }
    }

    /** How a candidate is like each of these, and like itself. */
    public Resemblance resemblance(int[] options, double[] features) {
        return resemblance(reader.read(options, features));
    }

    private Resemblance resemblance(Traits candidate) {
        Likeness[] likenesses = new Likeness[traits.size()];
        for (int i = 0; i < likenesses.length; i++) {
            likenesses[i] = traits.get(i).likeness(candidate);
        }
        return new Resemblance(likenesses, candidate.likeness(candidate));
    }

    /** How those tried are like each other. */
    Likenesses tried() {
        return likenesses.first(tried);
    }

    /** How those in flight are like those tried. */
    List<Resemblance> pending() {
        return traits.subList(tried, traits.size()).stream()
                .map(this::resemblance)
                .toList();
    }

    /** How all of them are. */
    Likenesses all() {
        return likenesses;
    }
}
