package io.falconet.space.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a number comes from.
 *
 * @param seed from which all randomness of the evaluation flowed
 * @param codeVersion Falconet's version
 * @param dataFingerprint digest of the images and annotations used; empty where none were read
 * @param fidelity how much training was given
 * @param versions of what took part, by name: engines, catalog, recipe, JDK, operating system
 * @param started when the evaluation began
 * @param elapsed how long it took
 */
public record Provenance(
        long seed,
        String codeVersion,
        String dataFingerprint,
        Fidelity fidelity,
        Map<String, String> versions,
        Instant started,
        Duration elapsed) {
    /** The version that tells how the candidate was trained; trials with another one are not comparable. */
    public static final String RECIPE = "recipe";

    /** The version that tells on which other machine it was timed; the candidate is the same on all. */
    public static final String DEVICE = "device";

    /** The version that tells from which weights a training went on, by their SHA-256; not there where they were random. */
    public static final String START = "start";

    /** The version that tells from which file a trial was imported; not there where Falconet evaluated it. */
    public static final String IMPORTED = "imported";

    public Provenance {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** Whether another program evaluated it: seed, code version, data and fidelity tell nothing then. */
    public boolean imported() {
        return versions.containsKey(IMPORTED);
    }

    /**
     * The same by name, for a model file's metadata. Without times and without the device, so that who repeats an evaluation
     * gets the same file, wherever it is timed.
     */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("provenance.seed", Long.toString(seed));
        facts.put("provenance.code", codeVersion);
        facts.put("provenance.data", dataFingerprint);
        facts.put("provenance.fidelity", fidelity.text());
        versions.forEach((part, version) -> facts.put("provenance." + part, version));
        facts.remove("provenance." + DEVICE);
        return facts;
    }
}
