package io.falconet.evaluator.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors file format: the length of a json header as 8 little-endian bytes, the header (for each tensor its
 * type, shape and place in the data), then the data.
 */
final class Safetensors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEADER_ALIGNMENT = 8;

    private Safetensors() {}

    static byte[] write(Weights weights) {
        ObjectNode header = JSON.createObjectNode();
        int end = 0;
        for (Map.Entry<String, Tensor> entry : weights.tensors().entrySet()) {
            Tensor tensor = entry.getValue();
            ObjectNode description = header.putObject(entry.getKey());
            description.put("dtype", "F32");
            tensor.dimensions().forEach(description.putArray("shape")::add);
            int start = end;
            end = Math.addExact(start, Math.multiplyExact(tensor.values().length, Float.BYTES));
            description.putArray("data_offsets").add(start).add(end);
        }
        byte[] text = padded(header.toString().getBytes(StandardCharsets.UTF_8));
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + text.length + end).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(text.length).put(text);
        weights.tensors().values().forEach(tensor -> {
            file.asFloatBuffer().put(tensor.values());
            file.position(file.position() + tensor.values().length * Float.BYTES);
        });
        return file.array();
    }

    /** The header ends in spaces so that the data are aligned. */
    private static byte[] padded(byte[] text) {
        int length = (text.length + HEADER_ALIGNMENT - 1) / HEADER_ALIGNMENT * HEADER_ALIGNMENT;
        byte[] padded = Arrays.copyOf(text, length);
        Arrays.fill(padded, text.length, length, (byte) ' ');
        return padded;
    }

    static Weights read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < Long.BYTES || file.getLong(0) < 2 || file.getLong(0) > bytes.length - Long.BYTES) {
            throw new IllegalArgumentException(
                    "Expected safetensors, found %d bytes whose header length does not fit. Maybe another file format, or a cut file."
                            .formatted(bytes.length));
        }
        int headerLength = (int) file.getLong(0);
        ByteBuffer data = file.slice(Long.BYTES + headerLength, bytes.length - Long.BYTES - headerLength)
                .order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : header(bytes, headerLength).properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), data));
            }
        }
        return new Weights(tensors);
    }

    private static JsonNode header(byte[] bytes, int length) {
        try {
            return JSON.readTree(new String(bytes, Long.BYTES, length, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Expected a json header of safetensors, found: %s. Maybe another file format."
                            .formatted(e.getOriginalMessage()),
                    e);
        }
    }

    private static Tensor tensor(String key, JsonNode description, ByteBuffer data) {
        if (!description.path("dtype").asText().equals("F32")) {
            throw new IllegalArgumentException(
                    "Tensor %s: expected 32-bit floats (F32), found %s. Maybe convert the file."
                            .formatted(key, description.path("dtype").asText("no type")));
        }
        List<Integer> dimensions = new ArrayList<>();
        description.path("shape").forEach(size -> dimensions.add(size.asInt()));
        int start = description.path("data_offsets").path(0).asInt(-1);
        int end = description.path("data_offsets").path(1).asInt(-1);
        if (start < 0 || end < start || end > data.limit()) {
            throw new IllegalArgumentException(
                    "Tensor %s: its bytes %d to %d are not within the %d of the file. Maybe a cut file."
                            .formatted(key, start, end, data.limit()));
        }
        long size = dimensions.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (end - start != size * Float.BYTES) {
            throw new IllegalArgumentException("Tensor %s: dimensions %s need %d bytes, found %d. Maybe a damaged file."
                    .formatted(key, dimensions, size * Float.BYTES, end - start));
        }
        float[] values = new float[(int) size];
        data.slice(start, end - start)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(dimensions, values);
    }
}
