package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Letterbox;
import io.falconet.evaluator.detect.Box;
import java.util.List;

/** The objects that a training shows, as large as the network sees them. */
final class TrainingBoxes {
    private TrainingBoxes() {}

    /**
     * The boxes of all objects but crowds, in pixels of the letterboxed input.
     *
     * @param width of the network's input
     * @param height of the network's input
     */
    static List<Box> of(Dataset dataset, int width, int height) {
        return dataset.samples().stream()
                .flatMap(sample -> {
                    Letterbox letterbox = Letterbox.fit(sample, width, height);
                    return sample.objects().stream()
                            .filter(object -> !object.crowd())
                            .map(letterbox::box);
                })
                .map(box -> new Box(box[1], box[2], box[3], box[4]))
                .toList();
    }
}
