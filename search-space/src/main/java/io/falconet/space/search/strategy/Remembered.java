package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Candidates each of which is worked out once, however often it is asked for. */
public final class Remembered implements Candidates {
    private final Candidates candidates;
    private final List<Choice> choices;
    private final Map<Genome, Candidate> judged = new LinkedHashMap<>();
    /** By candidate's id. */
    private final Map<String, Optional<String>> objections = new HashMap<>();

    private final Map<String, double[]> furtherFeatures = new HashMap<>();

    /** Remembers nothing yet. */
    public Remembered(Candidates candidates) {
        this.candidates = candidates;
        this.choices = candidates.choices();
    }

    @Override
    public String name() {
        return candidates.name();
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public String text(Genome genome) {
        return candidates.text(genome);
    }

    @Override
    public Candidate of(Genome genome) {
        return judged.computeIfAbsent(genome, candidates::of);
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        return candidate
                .objection()
                .or(() -> objections.computeIfAbsent(candidate.id(), id -> candidates.objection(candidate)));
    }

    @Override
    public double[] furtherFeatures(Candidate candidate) {
        return furtherFeatures.computeIfAbsent(candidate.id(), id -> candidates.furtherFeatures(candidate));
    }

    /** Why a candidate cannot be tried, as far as that was asked for. */
    Optional<String> knownObjection(Candidate candidate) {
        return candidate.objection().or(() -> objections.getOrDefault(candidate.id(), Optional.empty()));
    }

    /** All that were asked for. */
    Collection<Candidate> judged() {
        return Collections.unmodifiableCollection(judged.values());
    }
}
