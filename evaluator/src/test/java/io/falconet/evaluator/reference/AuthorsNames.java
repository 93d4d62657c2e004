package io.falconet.evaluator.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From the names that authors give their tensors to those that the catalog gives the same tensors. Rules are regular
 * expressions with their replacements, applied one after the other.
 */
record AuthorsNames(Map<String, String> rules) {
    static final AuthorsNames CONV_MODULE = of();

    static final AuthorsNames SEPARABLE = of(
            "depthwise\\.weight", "depthwise.conv.weight",
            "pointwise\\.weight", "pointwise.conv.weight",
            "dwnorm", "depthwise.bn",
            "pwnorm", "pointwise.bn");

    static final AuthorsNames SHUFFLENET = of(
            "branch1\\.0", "side.depthwise.conv",
            "branch1\\.1", "side.depthwise.bn",
            "branch1\\.2", "side.pointwise.conv",
            "branch1\\.3", "side.pointwise.bn",
            "branch2\\.0", "main.expand.conv",
            "branch2\\.1", "main.expand.bn",
            "branch2\\.3", "main.depthwise.conv",
            "branch2\\.4", "main.depthwise.bn",
            "branch2\\.5", "main.pointwise.conv",
            "branch2\\.6", "main.pointwise.bn");

    static final AuthorsNames GHOST = of(
            "^blocks\\.0\\.", "",
            "ghost1", "widen",
            "ghost2", "narrow",
            "primary_conv\\.0", "primary.conv",
            "primary_conv\\.1", "primary.bn",
            "cheap_operation\\.0", "cheap.conv",
            "cheap_operation\\.1", "cheap.bn",
            "^conv_dw", "depthwise.conv",
            "^bn_dw", "depthwise.bn",
            "^se\\.", "squeeze.",
            "conv_reduce", "reduce",
            "conv_expand", "expand",
            "shortcut\\.0", "shortcut.depthwise.conv",
            "shortcut\\.1", "shortcut.depthwise.bn",
            "shortcut\\.2", "shortcut.pointwise.conv",
            "shortcut\\.3", "shortcut.pointwise.bn");

    /** GSConv and its blocks are called as their authors call them. */
    static final AuthorsNames GSCONV = of();

    static final AuthorsNames DLA = of(
            "tree([12])\\.(conv|bn)", "node$1.$2",
            "(conv|bn)([12])\\.", "conv$2.$1.",
            "project\\.0", "node1.shortcut.conv",
            "project\\.1", "node1.shortcut.bn");

    static final AuthorsNames NANODET = of(
                    "^backbone\\.conv1\\.0", "backbone.stem.conv",
                    "^backbone\\.conv1\\.1", "backbone.stem.bn",
                    "^backbone\\.stage2", "backbone.stage1",
                    "^backbone\\.stage3", "backbone.stage2",
                    "^backbone\\.stage4", "backbone.stage3",
                    "^fpn\\.lateral_convs\\.(\\d)\\.conv", "neck.lateral$1",
                    "^head\\.cls_convs\\.(\\d)", "head.level$1",
                    "^head\\.gfl_cls\\.(\\d)", "head.level$1.predict")
            .and(SEPARABLE)
            .and(SHUFFLENET);

    private static AuthorsNames of(String... patternsAndReplacements) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (int i = 0; i < patternsAndReplacements.length; i += 2) {
            rules.put(patternsAndReplacements[i], patternsAndReplacements[i + 1]);
        }
        return new AuthorsNames(rules);
    }

    private AuthorsNames and(AuthorsNames more) {
        Map<String, String> all = new LinkedHashMap<>(rules);
        all.putAll(more.rules);
        return new AuthorsNames(all);
    }

    /** The catalog's name for a tensor. */
    String inCatalog(String name) {
        String renamed = name;
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            renamed = renamed.replaceAll(rule.getKey(), rule.getValue());
        }
        return renamed;
    }
}
