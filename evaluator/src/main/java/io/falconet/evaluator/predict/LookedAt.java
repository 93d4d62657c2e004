package io.falconet.evaluator.predict;

import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.data.Scenery;
import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.metric.FoundObject;
import io.falconet.evaluator.metric.ScoredImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Labelled images that a detector has looked at, ready to be scored.
 *
 * @param truth of the images that could be read
 * @param images what is on them, and what was found
 * @param unreadable messages on the others
 */
public record LookedAt(CocoTruth truth, List<ScoredImage> images, List<String> unreadable) {
    public LookedAt {
        images = List.copyOf(images);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Looks at all images of a data set.
     *
     * @param model names of the detector's classes, by its class index
     * @param reader opens images
     * @param progress told after each image how many are done
     * @throws DatasetException where the classes of data and model differ
     */
    public static LookedAt by(
            Sight sight, List<String> model, Dataset dataset, Function<Path, Scenery> reader, IntConsumer progress) {
        SharedClasses shared = SharedClasses.of(model, CocoTruth.of(dataset));
        Map<Long, CocoTruth.Image> byId = new HashMap<>();
        shared.truth().images().forEach(image -> byId.put(image.id(), image));
        List<CocoTruth.Image> readable = new ArrayList<>();
        List<ScoredImage> images = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        int done = 0;
        for (Sample sample : dataset.samples()) {
            CocoTruth.Image image = byId.get(sample.id());
            try {
                List<FoundObject> found = sight.look(reader.apply(sample.image())).stream()
                        .map(seen -> found(seen, shared))
                        .toList();
                images.add(new ScoredImage(image.id(), image.objects(), found));
                readable.add(image);
            } catch (DatasetException e) {
                unreadable.add(e.getMessage());
            }
            progress.accept(++done);
        }
        return new LookedAt(shared.truth().with(readable), images, unreadable);
    }

    private static FoundObject found(ScoredBox seen, SharedClasses shared) {
        Box box = seen.box();
        double width = (double) box.x2() - box.x1();
        double height = (double) box.y2() - box.y1();
        return new FoundObject(
                shared.byModel().get(seen.classIndex()), seen.score(), new CocoBox(box.x1(), box.y1(), width, height));
    }
}
