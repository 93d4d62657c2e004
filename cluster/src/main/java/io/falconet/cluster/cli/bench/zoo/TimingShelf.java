package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.device.DeviceOptions;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.measure.MeasurementFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Measured latencies, kept as files: a benchmark that was stopped measures nothing twice. */
final class TimingShelf {
    /** Which latencies are measured again. */
    enum Again {
        /** None. */
        none,
        /** Those that something else on the device disturbed. */
        disturbed,
        /** All. */
        all
    }

    private final Path folder;
    private final DeviceOptions.Meter meter;
    private final int threads;
    private final String device;
    private final Again again;

    /**
     * @param device on what the meter measures, as part of file names
     */
    TimingShelf(Path folder, DeviceOptions.Meter meter, int threads, String device, Again again) {
        this.folder = folder;
        this.meter = meter;
        this.threads = threads;
        this.device = device;
        this.again = again;
    }

    /** What is kept of a model, unless it is to be measured again. What cannot be read, as of another release, is. */
    Optional<Measurement> kept(String model, int batch) {
        Path file = file(model, batch);
        if (again == Again.all || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MeasurementFormat.read(Files.readAllBytes(file)))
                    .filter(found ->
                            again == Again.none || found.report().disturbance().isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Measures models, a round of each after the other, and keeps what was measured.
     *
     * @param models their names, and whatever tells each apart from another of that name
     * @param onnx contents of their ONNX files
     */
    List<Measurement> measure(List<String> models, int batch, List<byte[]> onnx)
            throws IOException, InterruptedException {
        List<Measurement> measured = meter.measure(onnx, threads, batch);
        Files.createDirectories(folder);
        for (int i = 0; i < models.size(); i++) {
            Path unfinished = Files.createTempFile(folder, "timing", ".part");
            Files.write(unfinished, MeasurementFormat.write(measured.get(i)));
            Files.move(unfinished, file(models.get(i), batch), StandardCopyOption.REPLACE_EXISTING);
        }
        return measured;
    }

    private Path file(String model, int batch) {
        String name = "%s-batch%d-%s-%dthread".formatted(model, batch, device, threads);
        return folder.resolve(name.replaceAll("[^\\w.@-]+", "-") + ".json");
    }
}
