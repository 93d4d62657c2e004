package io.falconet.cluster.chaos;

import io.falconet.cluster.spark.OwnJvm;
import java.util.ArrayList;
import java.util.List;

/** Falconet's own commands in JVMs of their own. */
final class FalconetProcess {
    private final String program;

    /** @param program the class whose main method understands commands */
    FalconetProcess(String program) {
        this.program = program;
    }

    /** A command, not yet started. */
    ProcessBuilder command(String heap, List<String> words) {
        List<String> line = new ArrayList<>(OwnJvm.command());
        line.add(heap);
        line.add(program);
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }
}
