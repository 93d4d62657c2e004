package io.falconet.cluster.cli.model;

import io.falconet.cluster.driver.RequestException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The files of a model by name: what its training or an export left, or what can be made of a model that nobody trained. */
public final class ModelFiles {
    private ModelFiles() {}

    /**
     * The content of each file by name, read or made when it is asked for.
     *
     * @param classes how many kinds a model without weights tells apart; null for its own
     */
    public static Map<String, Supplier<byte[]>> of(Model model, Integer classes) {
        int kinds = model.classes(classes);
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>(contents(model, kinds));
        files.putIfAbsent(LayerListFile.NAME, () -> LayerListFile.of(model, kinds));
        return files;
    }

    private static Map<String, Supplier<byte[]>> contents(Model model, int kinds) {
        if (model instanceof ConfiguredModel configured && configured.holdsWeights()) {
            if (kinds != model.classes()) {
                throw new RequestException(
                        "%s has weights for %d classes, found --classes %d."
                                .formatted(model.name(), model.classes(), kinds),
                        "leave --classes away, or falconet train it for others.");
            }
            return new ConfiguredFiles(configured).contents();
        }
        if (model.trial().isPresent()) {
            return Map.of(); // a trial that failed
        }
        return UntrainedFiles.of(model, kinds).contents();
    }
}
