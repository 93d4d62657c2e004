package io.falconet.evaluator;

import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.ImageCheck;
import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.data.SmallObjects;
import io.falconet.evaluator.data.Split;
import io.falconet.evaluator.data.pack.DataPack;
import io.falconet.evaluator.data.pack.PackedData;
import io.falconet.evaluator.data.source.LabelledData;
import io.falconet.space.study.StudySpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What candidates learn from and what they are scored on, with the same classes.
 *
 * @throws DatasetException if the classes differ
 */
public record TrialData(Reading train, Reading validation) {
    public TrialData {
        List<String> learned = train.dataset().classes();
        List<String> scored = validation.dataset().classes();
        if (!learned.equals(scored)) {
            throw new DatasetException(
                    "Training and validation need the same classes, found %s and %s.%nMaybe one file is of another data set, or its categories have other names."
                            .formatted(learned, scored));
        }
    }

    /**
     * Reads both sets, and decodes every image once: one that cannot be is named here, not in the middle of a training.
     *
     * @throws DatasetException if one cannot be used at all, or their classes differ
     */
    public static TrialData read(StudySpec.DataSpec data) {
        return data.path().isEmpty() ? coco(data) : read(Path.of(data.path()));
    }

    /**
     * Reads the training and the validation part of a folder in any format, or the test part where there is no validation;
     * or a {@linkplain PackedData pack}.
     *
     * @throws DatasetException if there are no such parts, one cannot be used at all, or their classes differ
     */
    public static TrialData read(Path path) {
        if (PackedData.in(path)) {
            PackedData packed = PackedData.read(path); // whose images were decoded before they were packed
            return new TrialData(new Reading(packed.train(), List.of()), new Reading(packed.validation(), List.of()));
        }
        LabelledData data = LabelledData.read(path, Optional.empty(), Optional.empty());
        ImageCheck check = new ImageCheck(done -> {});
        return new TrialData(
                check.check(data.named(Split.TRAIN).reading()),
                check.check(data.validation().reading()));
    }

    private static TrialData coco(StudySpec.DataSpec data) {
        Path images = Path.of(data.images());
        ImageCheck check = new ImageCheck(done -> {});
        return new TrialData(
                check.check(CocoReader.read(Path.of(data.train()), images)),
                check.check(CocoReader.read(Path.of(data.validation()), images)));
    }

    /** Both sets as they are sent to machines that do not see their files. Reads every image once. */
    public DataPack pack() {
        return DataPack.of(train.dataset(), validation.dataset());
    }

    /** Names, by class index. */
    public List<String> classes() {
        return train.dataset().classes();
    }

    /** A warning where many training objects are too small for a network's input of that size; empty where not. */
    public Optional<String> tooSmall(int width, int height) {
        return SmallObjects.of(train.dataset(), width, height).warning();
    }

    /** Digest of both sets: outcomes of equal digests rest on the same data. */
    public String fingerprint() {
        Dataset learned = train.dataset();
        Dataset scored = validation.dataset();
        byte[] both = (learned.fingerprint() + " " + scored.fingerprint()).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(both))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
