package io.falconet.results.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the values of Optuna's parameters. Its sqlite keeps each as a number; what the number means is said by the
 * distribution beside it: of a categorical parameter it is the place of a label.
 */
final class OptunaParameter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Optional<Meaning>> meanings = new HashMap<>();

    /**
     * What the numbers of a parameter mean.
     *
     * @param labels of a categorical one, otherwise none
     * @param whole whether it is a whole number
     */
    private record Meaning(List<String> labels, boolean whole) {
        Optional<String> text(double value) {
            if (labels.isEmpty()) {
                return Optional.of(whole ? Long.toString(Math.round(value)) : decimal(value));
            }
            return value >= 0 && value < labels.size() ? Optional.of(labels.get((int) value)) : Optional.empty();
        }
    }

    /** A value in words; nothing where the distribution cannot be read or has no such label. */
    Optional<String> text(double value, String distribution) {
        return meanings.computeIfAbsent(distribution, OptunaParameter::meaning).flatMap(known -> known.text(value));
    }

    /** As Optuna's CSV has it: with an exponent of two digits below a ten-thousandth, plain above. */
    private static String decimal(double value) {
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0 || Math.abs(value) >= 1e16) {
            return text;
        }
        if (Math.abs(value) >= 1e-4) {
            String plain = new BigDecimal(text).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return text.substring(0, exponent).replaceFirst("\\.0$", "")
                + "e-%02d".formatted(-Integer.parseInt(text.substring(exponent + 1)));
    }

    private static Optional<Meaning> meaning(String distribution) {
        try {
            JsonNode tree = JSON.readTree(distribution);
            String name = tree.path("name").asText(tree.path("type").asText()).toLowerCase(Locale.ROOT);
            if (name.startsWith("categorical")) {
                JsonNode choices = tree.path("attributes").path("choices");
                List<String> labels = new ArrayList<>();
                (choices.isArray() ? choices : tree.path("choices")).forEach(choice -> labels.add(words(choice)));
                return labels.isEmpty() ? Optional.empty() : Optional.of(new Meaning(labels, false));
            }
            return name.isEmpty() ? Optional.empty() : Optional.of(new Meaning(List.of(), name.startsWith("int")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A value that Optuna keeps as JSON: a text as it is, anything else as JSON writes it. */
    static String words(String json) {
        try {
            return words(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private static String words(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }

    /** The texts of a JSON array; none where it is another thing. */
    static List<String> list(String json) {
        List<String> texts = new ArrayList<>();
        try {
            JSON.readTree(json).forEach(each -> texts.add(words(each)));
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return texts;
    }
}
