package io.falconet.space.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From the names that authors give their tensors to those that the catalog gives the same tensors. Rules are regular
 * expressions with their replacements, applied one after the other.
 *
 * @param rules replacement by expression, in order
 */
public record AuthorsNames(Map<String, String> rules) {
    /** The catalog calls everything as the authors do. */
    public static final AuthorsNames SAME = new AuthorsNames(Map.of());

    public AuthorsNames {
        rules = new LinkedHashMap<>(rules);
    }

    /** Rules from expressions and replacements in turn. */
    public static AuthorsNames of(String... patternsAndReplacements) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (int i = 0; i < patternsAndReplacements.length; i += 2) {
            rules.put(patternsAndReplacements[i], patternsAndReplacements[i + 1]);
        }
        return new AuthorsNames(rules);
    }

    /** These rules, then others. */
    public AuthorsNames and(AuthorsNames more) {
        Map<String, String> all = new LinkedHashMap<>(rules);
        all.putAll(more.rules);
        return new AuthorsNames(all);
    }

    /** The catalog's name for a tensor. */
    public String inCatalog(String name) {
        String renamed = name;
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            renamed = renamed.replaceAll(rule.getKey(), rule.getValue());
        }
        return renamed;
    }
}
