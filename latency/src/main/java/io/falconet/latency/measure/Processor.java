package io.falconet.latency.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** This machine's processor, as Linux describes it. */
final class Processor {
    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    /** In order of preference: x86, then what ARM boards say. */
    private static final List<String> KEYS = List.of("model name", "Model", "Hardware", "cpu model", "uarch");

    private Processor() {}

    /** The processor's own words with its count of cores; the architecture's name where nothing better is known. */
    static String describe() {
        String architecture = System.getProperty("os.arch");
        String name;
        try {
            name = Files.isReadable(DESCRIPTION) ? name(Files.readAllLines(DESCRIPTION), architecture) : architecture;
        } catch (IOException e) {
            name = architecture; // the description is a courtesy of the system
        }
        return name + ", " + Runtime.getRuntime().availableProcessors() + " cores";
    }

    /** The name that a description in the form of {@code /proc/cpuinfo} gives. */
    static String name(List<String> description, String otherwise) {
        Map<String, String> firsts = new HashMap<>();
        for (String line : description) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                firsts.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return KEYS.stream()
                .map(firsts::get)
                .filter(name -> name != null && !name.isEmpty())
                .findFirst()
                .map(name -> name.replaceAll("\\s+", " "))
                .orElse(otherwise);
    }
}
