package io.falconet.evaluator.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Decodes every image of a data set to the last pixel, which is the only way to know that it can be trained on. */
public final class ImageCheck {
    private final ImageDecoder decoder = new ImageDecoder();
    private final IntConsumer progress;

    /** @param progress told after each image how many are done; by several threads */
    public ImageCheck(IntConsumer progress) {
        this.progress = progress;
    }

    /**
     * What was read without the images that cannot be decoded; those are added to its faults.
     *
     * @throws DatasetException where no image with objects is left
     */
    public Reading check(Reading reading) {
        List<Sample> samples = reading.dataset().samples();
        AtomicInteger done = new AtomicInteger();
        List<Optional<Fault>> found = IntStream.range(0, samples.size())
                .parallel()
                .mapToObj(i -> {
                    Optional<Fault> fault = fault(samples.get(i));
                    progress.accept(done.incrementAndGet());
                    return fault;
                })
                .toList();
        List<Sample> good = new ArrayList<>();
        List<Fault> faults = new ArrayList<>(reading.faults());
        for (int i = 0; i < samples.size(); i++) {
            if (found.get(i).isPresent()) {
                faults.add(found.get(i).get());
            } else {
                good.add(samples.get(i));
            }
        }
        Reading checked = new Reading(reading.dataset().with(good), faults);
        if (checked.dataset().objects() == 0) {
            throw new DatasetException(
                    "Images with objects were expected, found %d that can be decoded and no object on them.%n%sMaybe the images were copied incompletely."
                            .formatted(good.size(), checked.summary()));
        }
        return checked;
    }

    private Optional<Fault> fault(Sample sample) {
        try {
            decoder.decode(sample.image());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Fault.unreadable(sample.fileName(), e));
        }
    }
}
