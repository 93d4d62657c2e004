package io.falconet.evaluator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies reference vectors of losses, assigners, anchors and region pooling: files named {@code loss_*.json}, and those of
 * the block {@code Integral}. Shapes, parameters and inputs come from the file alone; a part that nobody checks fails.
 *
 * <pre>{@code
 * for (Verdict verdict : LossVectors.verify(folder.resolve("loss_yolov5.json"))) {
 *     System.out.println(verdict.part() + " " + verdict.passed());
 * }
 * }</pre>
 */
public final class LossVectors {
    private static final String SUFFIX = ".json";
    private static final String PREFIX = "loss_";
    private static final Pattern REGION_ANCHORS = Pattern.compile("rpn_anchors_\\d+_base(\\d+)");

    /** What describes others. */
    private static final Set<String> WORDS = Set.of("name", "source", "note", "ratios", "scales");

    private LossVectors() {}

    /**
     * Whether {@link #verify} understands a file.
     *
     * @param json what the file holds
     */
    public static boolean understands(Path file, JsonNode json) {
        return file.getFileName().toString().startsWith(PREFIX) || isIntegral(json);
    }

    private static boolean isIntegral(JsonNode json) {
        return json.path("constructor").path("block").asText().equals("Integral");
    }

    /** Verifies all parts of a file. What cannot be read is a verdict too. */
    public static List<Verdict> verify(Path file) {
        String name = file.getFileName().toString();
        String vector = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        try {
            JsonNode json = JsonFile.read(file, "a reference vector");
            return parts(new Section(vector, "", json, file.toAbsolutePath().getParent()));
        } catch (DatasetException e) {
            return List.of(Verdict.failed(vector, name, e.getMessage()));
        }
    }

    private static List<Verdict> parts(Section vector) {
        List<Verdict> verdicts = new ArrayList<>();
        if (isIntegral(vector.node())) {
            verdicts.addAll(guarded(vector, "outputs", () -> GflChecks.integral(vector)));
            return verdicts;
        }
        vector.node().fieldNames().forEachRemaining(key -> {
            if (!WORDS.contains(key)) {
                verdicts.addAll(guarded(vector, key, () -> part(vector, key)));
            }
        });
        return verdicts;
    }

    private interface Check {
        List<Verdict> run();
    }

    /** What a check finds, or why it could not be made. */
    private static List<Verdict> guarded(Section vector, String key, Check check) {
        try {
            return check.run();
        } catch (VectorException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            return List.of(Verdict.failed(vector.vector(), key, String.valueOf(e.getMessage())));
        }
    }

    private static List<Verdict> part(Section vector, String key) {
        return switch (key) {
            case "compute_loss" -> YoloChecks.loss(vector.at(key));
            case "iou" -> AnchorChecks.overlaps(vector.at(key));
            case "anchors" -> AnchorChecks.anchors(vector.at(key));
            case "qfl" -> GflChecks.quality(vector.at(key));
            case "dfl" -> GflChecks.distances(vector.at(key));
            case "giou" -> GflChecks.overlaps(vector.at(key));
            case "nanodet_m_loss" -> NanoDetChecks.nanoDet(vector.at(key));
            case "nanodet_plus_loss" -> NanoDetChecks.nanoDetPlus(vector.at(key));
            case "smooth_l1" -> ThunderNetChecks.smoothL1(vector.at(key));
            case "hard_negative_mining" -> ThunderNetChecks.hardNegatives(vector.at(key));
            case "psroialign" -> ThunderNetChecks.psRoiAlign(vector.at(key));
            default -> regionAnchors(vector, key);
        };
    }

    private static List<Verdict> regionAnchors(Section vector, String key) {
        Matcher words = REGION_ANCHORS.matcher(key);
        return List.of(
                words.matches()
                        ? ThunderNetChecks.anchors(vector, key, Integer.parseInt(words.group(1)))
                        : vector.unknown(key));
    }
}
