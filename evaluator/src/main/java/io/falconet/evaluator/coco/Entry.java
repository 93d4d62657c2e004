package io.falconet.evaluator.coco;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.evaluator.metric.CocoBox;
import java.util.Map;
import java.util.Optional;

/**
 * An object in a list of a json file: those of its fields that are wanted, and where it stands.
 *
 * @param list the name of the list, empty where it is the whole file
 * @param index in the list, from 0
 * @param line in the file, from 1
 * @param column in the line, from 1
 */
record Entry(String list, int index, int line, int column, Map<String, JsonNode> fields) {
    /** For messages, such as {@code annotations[3] at line 1, column 94}. */
    String where() {
        return "%s[%d] at line %d, column %d".formatted(list, index, line, column);
    }

    /** A whole number; empty where the field is missing or something else. */
    Optional<Long> whole(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::longValue);
    }

    /** A finite number; empty where the field is missing or something else. */
    Optional<Double> number(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .filter(Double::isFinite);
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /** The field {@code bbox}; empty where it is not four numbers, or a side is negative. */
    Optional<CocoBox> box() {
        JsonNode box = fields.get("bbox");
        if (box == null || box.size() != 4) {
            return Optional.empty();
        }
        double[] values = new double[4];
        for (int i = 0; i < 4; i++) {
            if (box.get(i) == null || !box.get(i).isNumber()) {
                return Optional.empty();
            }
            values[i] = box.get(i).doubleValue();
        }
        return Optional.of(new CocoBox(values[0], values[1], values[2], values[3]))
                .filter(b -> Double.isFinite(b.x() + b.y() + b.area()) && b.width() >= 0 && b.height() >= 0);
    }

    /** A field as the file has it, for messages. */
    String found(String field) {
        JsonNode value = fields.get(field);
        String text = value == null ? "none" : value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
