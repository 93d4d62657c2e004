package io.falconet.dashboard.study.board;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.columns.ColumnReading;
import io.falconet.results.columns.TrialColumns;
import io.falconet.space.space.FittedSeed;
import io.falconet.space.space.NarrowedSpace;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Reads a study again and again, each time what is new. For one thread at a time. */
final class BoardReader {
    private final ColumnReading reading;
    private final Optional<StudySpec> spec;
    private final FrontGrowth growth;
    private final Map<String, Map<String, String>> seeds;
    private TrialColumns trials = TrialColumns.NONE;

    BoardReader(ResultsDb db, StudyRecord study) {
        this.reading = new ColumnReading(db, study.id());
        this.spec = Board.spec(study);
        this.growth = new FrontGrowth(spec);
        this.seeds = spec.map(BoardReader::seeds).orElse(Map.of());
    }

    /**
     * The study as it is by now.
     *
     * @param study as it was just read
     * @param progress is told how many trials are known by now
     */
    Board read(StudyRecord study, IntConsumer progress) {
        ColumnReading.Found found = reading.since(trials, progress);
        trials = found.columns();
        growth.add(trials, found.finished());
        return new Board(study, spec, trials, growth.soFar(), published());
    }

    private Map<Integer, String> published() {
        Map<Integer, String> published = new HashMap<>();
        seeds.forEach(
                (name, decisions) -> trials.first(decisions).ifPresent(number -> published.putIfAbsent(number, name)));
        return published;
    }

    /** The zoo's detectors with which the study began, with their decisions. Its own architectures have no name. */
    private static Map<String, Map<String, String>> seeds(StudySpec spec) {
        Map<String, Map<String, String>> seeds = new LinkedHashMap<>();
        try {
            SearchSpace space = new NarrowedSpace(SearchSpaces.named(spec.space()), spec.choices());
            for (String seed : spec.seeds()) {
                if (!FittedSeed.isText(seed)) {
                    seeds.put(seed, FittedSeed.named(seed, space).architecture().decisions());
                }
            }
        } catch (IllegalArgumentException another) {
            return Map.of(); // the space of another version, or what stands in its place where trials were imported
        }
        return seeds;
    }
}
