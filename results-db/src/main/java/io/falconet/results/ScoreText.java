package io.falconet.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.outcome.Objective;
import java.util.EnumMap;
import java.util.Map;

/** Scores without training as they are stored, json by name; for the packages of this module. */
public final class ScoreText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScoreText() {}

    /** The scores in a column; none where it is null. Scores that this version does not know are left out. */
    public static Map<Objective, Double> parse(String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            Map<Objective, Double> scores = new EnumMap<>(Objective.class);
            JSON.readValue(json, new TypeReference<Map<String, Double>>() {})
                    .forEach((key, value) -> Objective.of(key).ifPresent(score -> scores.put(score, value)));
            return scores;
        } catch (JsonProcessingException e) {
            throw new ResultsException(
                    "Expected scores by name as json, found " + json + ".\nMaybe the row was edited by hand.", e);
        }
    }
}
