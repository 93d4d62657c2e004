package io.falconet.latency.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a machine says of itself that changes how fast it is. Read from Linux; what a machine does not tell is left open.
 *
 * @param cores on which this process may run, such as {@code 0-3}
 * @param governor of the processor's frequency, such as {@code performance}
 * @param megahertz frequency of the first core
 * @param celsius of the hottest part
 * @param load processes that want to run, mean of a minute
 */
public record MachineState(
        Optional<String> cores,
        Optional<String> governor,
        OptionalDouble megahertz,
        OptionalDouble celsius,
        OptionalDouble load) {
    private static final Path FREQUENCY = Path.of("/sys/devices/system/cpu/cpu0/cpufreq");
    private static final Path SENSORS = Path.of("/sys/class/thermal");
    private static final double MILLI = 1e-3;

    /** The state now. */
    public static MachineState read() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new MachineState(
                line(Path.of("/proc/self/status"), "Cpus_allowed_list:"),
                first(FREQUENCY.resolve("scaling_governor")),
                frequency(),
                hottest(),
                load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load));
    }

    private static OptionalDouble frequency() {
        Optional<Double> scaled = first(FREQUENCY.resolve("scaling_cur_freq"))
                .flatMap(MachineState::number)
                .map(kilohertz -> kilohertz * MILLI);
        return scaled.or(() -> line(Path.of("/proc/cpuinfo"), "cpu MHz")
                        .map(text -> text.replaceFirst("^\\s*:\\s*", ""))
                        .flatMap(MachineState::number))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble hottest() {
        if (!Files.isDirectory(SENSORS)) {
            return OptionalDouble.empty();
        }
        try (Stream<Path> zones = Files.list(SENSORS)) {
            return zones.flatMap(zone -> first(zone.resolve("temp")).flatMap(MachineState::number).stream())
                    .mapToDouble(milli -> milli * MILLI)
                    .max();
        } catch (IOException e) {
            return OptionalDouble.empty(); // a courtesy of the system
        }
    }

    private static Optional<String> first(Path file) {
        return lines(file).stream().findFirst().map(String::strip);
    }

    private static Optional<String> line(Path file, String start) {
        return lines(file).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // a courtesy of the system
        }
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
