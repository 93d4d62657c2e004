package io.falconet.evaluator.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An output of the reference: all of it in a file of 32-bit numbers, least byte first; or, where there is no such file,
 * samples, ends and sum of it.
 *
 * @param section that describes the output
 */
record StoredOutput(Section section) {
    private static final String FILE = "file";
    private static final String SAMPLES = "samples";

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

    /** Compares what the section tells of the output. The largest of these values is taken for the output's scale. */
    private List<Verdict> compareSome(float[] found) {
        double scale = Stream.of(SAMPLES, "first8", "last4", "min", "max")
                .filter(section::has)
                .flatMapToDouble(key -> Arrays.stream(section.numbers(key)))
                .map(Math::abs)
                .max()
                .orElseThrow(() -> new VectorException(
                        "Expected a file or samples in %s, found neither. Maybe the file was not copied along."
                                .formatted(section.path())));
        double tolerance = Comparison.tolerance(section.ownDeviation(), scale);
        float[] first = Arrays.copyOf(found, Math.min(8, found.length));
        float[] last = Arrays.copyOfRange(found, Math.max(0, found.length - 4), found.length);
        DoubleSummaryStatistics all = Arrays.stream(doubles(found)).summaryStatistics();
        return Stream.of(
                        compare(SAMPLES, tolerance, doubles(samples(found))),
                        compare("first8", tolerance, doubles(first)),
                        compare("last4", tolerance, doubles(last)),
                        compare("min", tolerance, all.getMin()),
                        compare("max", tolerance, all.getMax()),
                        // as far off as a sum can be of which each term is within its tolerance
                        compare("sum", tolerance * found.length, all.getSum()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Verdict> compare(String key, double tolerance, double... found) {
        return section.has(key)
                ? Optional.of(
                        Comparison.by(tolerance, section.vector(), section.part(key), section.numbers(key), found))
                : Optional.empty();
    }

    /** As many evenly spaced values as are told, or all. */
    private float[] samples(float[] found) {
        int count = section.has(SAMPLES) ? Math.min(section.numbers(SAMPLES).length, found.length) : 0;
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = found[(int) ((long) i * found.length / count)];
        }
        return samples;
    }
}
