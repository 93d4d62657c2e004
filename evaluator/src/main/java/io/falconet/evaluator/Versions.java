package io.falconet.evaluator;

import io.falconet.evaluator.train.Recipes;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.OnnxSession;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.study.RecipeSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** The versions of what takes part in an evaluation: those of the build, and those of the machine. */
final class Versions {
    private final Properties built = new Properties();
    private final String falconet;

    Versions() {
        try (InputStream resource = Versions.class.getResourceAsStream("versions.properties")) {
            built.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("The build stores its versions beside this class.", e);
        }
        falconet =
                built.getProperty("falconet") + "+" + CodeDigest.of(Versions.class, LatencyMeter.class, Network.class);
    }

    /** Falconet's own: the release, and which code of it. The catalog is part of it. */
    String falconet() {
        return falconet;
    }

    /**
     * All others, by name. A recipe is told with a digest of its numbers. Threads are told because how sums are
     * rounded follows from their number.
     */
    Map<String, String> others(RecipeSpec recipe, int trainingThreads) {
        return Map.of(
                "djl",
                built.getProperty("djl"),
                "pytorch",
                built.getProperty("pytorch"),
                "onnxruntime",
                OnnxSession.runtime().replace("ONNX Runtime ", ""),
                Provenance.RECIPE,
                Recipes.version(recipe),
                "training threads",
                String.valueOf(trainingThreads),
                "jdk",
                System.getProperty("java.runtime.version"),
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
    }
}
