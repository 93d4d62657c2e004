package io.falconet.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The schemas of a description, against which answers are held: as much of JSON Schema as ours says. */
record Schemas(JsonNode description) {
    /** That an answer has exactly the fields of a schema, each of a type that it allows. */
    void assertFits(String name, JsonNode answer) {
        assertFits(name, description.at("/components/schemas/" + name), answer);
    }

    private void assertFits(String where, JsonNode schema, JsonNode answer) {
        if (schema.has("$ref")) {
            assertFits(where, description.at(schema.get("$ref").asText().substring(1)), answer);
            return;
        }
        assertThat(schema.isMissingNode()).as("a schema for " + where).isFalse();
        assertThat(types(schema)).as(where).contains(type(answer));
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(where).contains(answer);
        }
        if (answer.isArray()) {
            answer.forEach(item -> assertFits(where + "[]", schema.get("items"), item));
        }
        if (answer.isObject() && schema.has("properties")) {
            // problems tell as much as they know
            if (!where.startsWith("Problem")) {
                assertThat(names(answer)).as(where).isEqualTo(names(schema.get("properties")));
            }
            names(answer)
                    .forEach(name -> assertFits(
                            where + "." + name, schema.get("properties").path(name), answer.get(name)));
        } else if (answer.isObject() && schema.has("additionalProperties")) {
            answer.forEach(value -> assertFits(where + ".*", schema.get("additionalProperties"), value));
        }
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.get("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asText()));
        } else {
            types.add(type.asText());
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        if (value.isIntegralNumber()) {
            return "integer";
        }
        return value.isTextual() ? "string" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
