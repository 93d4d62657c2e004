package io.falconet.evaluator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.evaluator.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"loss_yolov5,35", "loss_nanodet,19", "loss_thundernet,7", "nd_integral,1"})
    void everyPartIsTheReferences(String vector, int parts) throws IOException {
        Path file = SharedFolder.path("reference/vectors/" + vector + ".json");
        assertThat(LossVectors.understands(file, JSON.readTree(file.toFile()))).isTrue();
        List<Verdict> verdicts = LossVectors.verify(file);
        assertThat(verdicts).hasSizeGreaterThanOrEqualTo(parts).allMatch(Verdict::passed);
    }

    /** Verdict by verdict, all its expected numbers are changed; one that does not notice would prove nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"loss_yolov5", "loss_nanodet", "loss_thundernet"})
    void everyVerdictNoticesAnotherReference(String vector) throws IOException {
        JsonNode original = JSON.readTree(
                SharedFolder.path("reference/vectors/" + vector + ".json").toFile());
        for (Verdict verdict : LossVectors.verify(write(original))) {
            String pointer = "/" + verdict.part().replace('.', '/').replaceAll("/iou$", "");
            JsonNode changed = original.deepCopy();
            if (!change(changed.at(pointer.substring(0, pointer.lastIndexOf('/'))), lastKey(pointer))) {
                continue; // no object is assigned: there is no number to change
            }
            assertThat(LossVectors.verify(write(changed)))
                    .filteredOn(other -> other.part().equals(verdict.part()))
                    .as(verdict.part())
                    .noneMatch(Verdict::passed);
        }
    }

    private static String lastKey(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private Path write(JsonNode json) throws IOException {
        return Files.writeString(folder.resolve("loss_changed.json"), json.toString());
    }

    /** Changes the numbers under a key; the keys of an assignment are changed by its values. */
    private static boolean change(JsonNode parent, String key) {
        JsonNode value = parent instanceof ArrayNode array ? array.get(Integer.parseInt(key)) : parent.get(key);
        if (value.isValueNode()) {
            JsonNode other = value.isBoolean()
                    ? IntNode.valueOf(value.asBoolean() ? 0 : 1)
                    : value.isInt()
                            ? IntNode.valueOf(value.asInt() + 1)
                            : DoubleNode.valueOf(value.asDouble() * 1.001 + 1e-4);
            if (parent instanceof ObjectNode object) {
                object.set(key, other);
            } else {
                ((ArrayNode) parent).set(Integer.parseInt(key), other);
            }
            return true;
        }
        List<String> keys = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                keys.add(String.valueOf(i));
            }
        } else {
            value.fieldNames().forEachRemaining(keys::add);
        }
        keys.forEach(inner -> change(value, inner));
        return !keys.isEmpty();
    }

    @Test
    void partThatNobodyChecksFails() throws IOException {
        List<Verdict> verdicts = LossVectors.verify(file("{\"source\": \"hand\", \"focal\": {\"gamma\": 2}}"));
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).passed()).isFalse();
        assertThat(verdicts.get(0).problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("found focal"));
    }

    @Test
    void whatAPartLacksIsNamed() throws IOException {
        List<Verdict> verdicts = LossVectors.verify(
                file(
                        "{\"iou\": {\"box1_xywh\": [[1, 1, 2, 2]]}, \"qfl\": {\"beta\": 3}, \"compute_loss\": {\"hyp\": {\"fl_gamma\": 1.5}}}"));
        assertThat(verdicts)
                .extracting(verdict -> verdict.problem().orElse(""))
                .satisfiesExactly(
                        first -> assertThat(first).contains("Expected iou.box2_xywh, found nothing"),
                        second -> assertThat(second).contains("Expected qfl.beta of 2, found 3.0"),
                        third -> assertThat(third).contains("Expected compute_loss.hyp.fl_gamma of 0, found 1.5"));
    }

    @Test
    void fileThatIsNotJsonIsAVerdict() throws IOException {
        assertThat(LossVectors.verify(file("{"))).hasSize(1).noneMatch(Verdict::passed);
        assertThat(LossVectors.verify(folder.resolve("loss_none.json")))
                .hasSize(1)
                .noneMatch(Verdict::passed);
    }

    @Test
    void handMadeVectorPasses() throws IOException {
        List<Verdict> verdicts = LossVectors.verify(
                file(
                        """
                        {"hard_negative_mining": {"loss": [1, 3, 2, 9], "labels": [0, 0, 0, 1], "neg_pos_ratio": 1,
                           "mask": [false, true, false, true], "num_pos": 1},
                         "ratios": [1], "scales": [1, 2], "rpn_anchors_2_base4": [[0, 0, 3, 3], [-2, -2, 5, 5]]}
                        """));
        assertThat(verdicts).hasSize(3).allMatch(Verdict::passed);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("loss_hand.json"), text);
    }
}
