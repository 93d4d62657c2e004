package io.falconet.evaluator.data.check;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.data.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decodes every image of a data set and compares them, within a part and between parts. Cost: one decoding an image, and a
 * comparison of 64 bits for each pair of images of different parts.
 */
public final class DatasetCheck {
    /** An image, or why there is none. */
    private record Looked(List<Inspection> seen, List<Fault> faults) {}

    private final IntConsumer progress;

    /** @param progress told after each image how many are done; by several threads */
    public DatasetCheck(IntConsumer progress) {
        this.progress = progress;
    }

    /** The parts without what cannot be decoded, and with all that was found. */
    public List<Split> check(List<Split> splits) {
        AtomicInteger done = new AtomicInteger();
        List<Split> checked = new ArrayList<>();
        Map<Split, List<Inspection>> seen = new LinkedHashMap<>();
        for (Split split : splits) {
            Looked looked = look(split.reading().dataset().samples(), done);
            List<Fault> faults = new ArrayList<>(split.reading().faults());
            faults.addAll(looked.faults());
            faults.addAll(images(looked.seen()));
            Dataset dataset = split.reading()
                    .dataset()
                    .with(looked.seen().stream().map(Inspection::sample).toList());
            faults.addAll(ObjectCounts.faults(dataset));
            faults.addAll(CocoOddities.of(split.labels(), dataset));
            seen.forEach(
                    (earlier, others) -> faults.addAll(new SharedImages(earlier.name(), others).in(looked.seen())));
            if (split.name().equals(Split.ALL)) {
                new SharedImages(split.name(), looked.seen()).twins().ifPresent(faults::add);
            }
            Split result = split.with(new Reading(dataset, faults));
            seen.put(result, looked.seen());
            checked.add(result);
        }
        return checked;
    }

    private Looked look(List<Sample> samples, AtomicInteger done) {
        List<Looked> all = IntStream.range(0, samples.size())
                .parallel()
                .mapToObj(i -> {
                    Looked looked = look(samples.get(i));
                    progress.accept(done.incrementAndGet());
                    return looked;
                })
                .toList();
        return new Looked(
                all.stream().flatMap(looked -> looked.seen().stream()).toList(),
                all.stream().flatMap(looked -> looked.faults().stream()).toList());
    }

    private static Looked look(Sample sample) {
        try {
            return new Looked(List.of(Inspection.of(sample)), List.of());
        } catch (IOException e) {
            return new Looked(List.of(), List.of(Fault.unreadable(sample.fileName(), e)));
        }
    }

    private static List<Fault> images(List<Inspection> seen) {
        List<Fault> faults = new ArrayList<>();
        seen.forEach(image -> image.misnamed().ifPresent(faults::add));
        faults.addAll(channels(seen));
        Map<String, String> first = new TreeMap<>();
        for (Inspection image : seen) {
            String earlier = first.putIfAbsent(image.digest(), image.sample().fileName());
            if (earlier != null) {
                faults.add(new Fault(
                        Fault.Kind.REPEATED_IMAGE,
                        image.sample().fileName(),
                        "is byte for byte " + earlier + "; kept"));
            }
        }
        return faults;
    }

    /** Networks see three channels; a set of grey images alone is fine, one among coloured images is odd. */
    private static List<Fault> channels(List<Inspection> seen) {
        Map<Integer, Long> counts =
                seen.stream().collect(Collectors.groupingBy(Inspection::channels, TreeMap::new, Collectors.counting()));
        int usual = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(3);
        return seen.stream()
                .filter(image -> image.channels() != usual || image.channels() % 2 == 0)
                .map(image -> new Fault(
                        Fault.Kind.CHANNELS,
                        image.sample().fileName(),
                        "has %s, where most have %d; %s"
                                .formatted(
                                        Inspection.channels(image.channels()),
                                        usual,
                                        image.channels() < 3
                                                ? "grey is repeated to three"
                                                : image.channels() > 3 ? "transparency is ignored" : "kept")))
                .toList();
    }
}
