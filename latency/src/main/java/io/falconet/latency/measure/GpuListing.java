package io.falconet.latency.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The GPUs that {@code nvidia-smi -L} lists, and which of them CUDA calls its first. A GPU that is cut into slices (MIG) is
 * listed by those, which are other devices than the whole.
 *
 * @param entries in the order of the bus
 */
record GpuListing(List<Entry> entries) {
    private static final Pattern GPU = Pattern.compile("GPU (\\d+): (.+) \\(UUID: (.+)\\)");
    private static final Pattern SLICE = Pattern.compile("\\s+MIG (\\S+)\\s+Device\\s+\\d+: \\(UUID: (.+)\\)");

    GpuListing {
        entries = List.copyOf(entries);
    }

    /**
     * A GPU, or a slice of one.
     *
     * @param index the GPU's, by the bus
     * @param uuid by which it can be chosen
     */
    record Entry(int index, String name, String uuid) {}

    /** What {@code nvidia-smi -L} said. */
    static GpuListing of(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        Entry whole = null;
        for (String line : lines) {
            Matcher gpu = GPU.matcher(line);
            Matcher slice = SLICE.matcher(line);
            if (gpu.matches()) {
                whole = new Entry(Integer.parseInt(gpu.group(1)), gpu.group(2), gpu.group(3));
                entries.add(whole);
            } else if (slice.matches() && whole != null) {
                entries.remove(whole);
                entries.add(new Entry(whole.index(), whole.name() + " MIG " + slice.group(1), slice.group(2)));
            }
        }
        return new GpuListing(entries);
    }

    /**
     * The name of the one that CUDA calls its first. It counts the fastest first, unless {@code CUDA_DEVICE_ORDER} is
     * {@code PCI_BUS_ID}, and sees those alone that {@code CUDA_VISIBLE_DEVICES} names, by numbers or the start of their UUIDs.
     *
     * @param environment of the process
     * @throws IllegalArgumentException if there is none, or several could be meant that are not alike
     */
    String first(Map<String, String> environment) {
        Optional<String> visible =
                Optional.ofNullable(environment.get("CUDA_VISIBLE_DEVICES")).map(list -> list.split(",")[0].strip());
        boolean byBus = "PCI_BUS_ID".equals(environment.get("CUDA_DEVICE_ORDER"));
        List<Entry> meant = entries.stream()
                .filter(entry -> visible.map(word -> fits(entry, word, byBus)).orElse(true))
                .toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "An NVIDIA GPU was expected, found none: nvidia-smi lists none. Maybe this container was not given the GPU.");
        }
        if (meant.isEmpty()) {
            throw new IllegalArgumentException(
                    "One of %s was expected in CUDA_VISIBLE_DEVICES, found \"%s\". Maybe CUDA_VISIBLE_DEVICES=%s."
                            .formatted(
                                    text(entries),
                                    visible.orElse(""),
                                    entries.get(0).uuid()));
        }
        if (byBus || meant.stream().map(Entry::name).distinct().count() == 1) {
            return meant.get(0).name();
        }
        throw new IllegalArgumentException(
                "One kind of GPU was expected, found %s. Maybe choose: CUDA_VISIBLE_DEVICES=%s."
                        .formatted(text(meant), meant.get(0).uuid()));
    }

    private static boolean fits(Entry entry, String word, boolean byBus) {
        return word.matches("\\d+")
                ? !byBus || entry.index() == Integer.parseInt(word)
                : !word.isEmpty() && entry.uuid().startsWith(word);
    }

    private static String text(List<Entry> entries) {
        return entries.stream().map(entry -> entry.name() + " " + entry.uuid()).collect(Collectors.joining(", "));
    }
}
