package io.falconet.dashboard.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The timed runs of a measured latency, as the trial's file {@value #FILE} keeps them.
 *
 * @param rounds of each the nanoseconds of its runs, in order
 */
record LatencyRuns(List<List<Long>> rounds) {
    /** The artifact that has them. */
    static final String FILE = "latency.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the file.
     *
     * @throws IOException if it is another one
     */
    static LatencyRuns read(byte[] content) throws IOException {
        List<List<Long>> rounds = new ArrayList<>();
        for (JsonNode round : JSON.readTree(content).path("rounds")) {
            List<Long> nanos = new ArrayList<>();
            round.path("nanos").forEach(run -> nanos.add(run.asLong()));
            rounds.add(nanos);
        }
        if (count(rounds) == 0) {
            throw new IOException("Timed runs in rounds were expected, found none. Maybe the file is another one.");
        }
        return new LatencyRuns(rounds);
    }

    int count() {
        return count(rounds);
    }

    private static int count(List<List<Long>> rounds) {
        return rounds.stream().mapToInt(List::size).sum();
    }
}
