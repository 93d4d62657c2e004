package io.falconet.evaluator.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An output of the reference: all of it in a file of 32-bit numbers, least byte first; or, where there is no such file,
 * samples, ends and sum of it.
 *
 * @param section that describes the output
 */
record StoredOutput(Section section) {
    private static final String FILE = "file";

    /** How far an output is from the stored one. */
    List<Verdict> compare(float[] found) {
        Path file = section.folder()
                .resolve(section.has(FILE) ? section.node().get(FILE).asText() : "");
        return Files.isRegularFile(file) ? List.of(compareAll(file, found)) : compareSome(found);
    }

    private Verdict compareAll(Path file, float[] found) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return Comparison.within(
                    section.vector(), section.path(), doubles(values), doubles(found), section.ownDeviation());
        } catch (IOException e) {
            throw new VectorException(
                    "%s could not be read: %s. Maybe it lacks the right to read.".formatted(file, e.getMessage()));
        }
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private List<Verdict> compareSome(float[] found) {
        List<Verdict> verdicts = new ArrayList<>();
        if (section.has("samples")) {
            int count = section.numbers("samples").length;
            verdicts.add(section.compare("samples", samples(found, Math.min(count, found.length))));
        }
        if (section.has("first8")) {
            verdicts.add(section.compare("first8", Arrays.copyOf(found, Math.min(8, found.length))));
        }
        if (section.has("last4")) {
            verdicts.add(
                    section.compare("last4", Arrays.copyOfRange(found, Math.max(0, found.length - 4), found.length)));
        }
        if (section.has("sum")) {
            verdicts.add(section.compare("sum", Arrays.stream(doubles(found)).sum()));
        }
        if (verdicts.isEmpty()) {
            throw new VectorException(
                    "Expected a file or samples in %s, found neither. Maybe the file was not copied along."
                            .formatted(section.path()));
        }
        return verdicts;
    }

    /** Evenly spaced values, or all. */
    private static float[] samples(float[] found, int count) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = found[(int) ((long) i * found.length / count)];
        }
        return samples;
    }
}
