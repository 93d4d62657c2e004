package io.falconet.evaluator.train;

import io.falconet.space.outcome.EpochRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A training after some epochs: from it the rest follows as if it had never stopped.
 *
 * @param training which one it is, in words: equal for equal trainings alone
 * @param state after the last epoch
 * @param curve of the epochs done
 */
record Checkpoint(String training, TrainingState state, List<EpochRecord> curve) {
    private static final int MAGIC = 0x46_4C_43_31;

    Checkpoint {
        curve = List.copyOf(curve);
    }

    /** What {@link #of} reads. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written.", e);
        }
        return bytes.toByteArray();
    }

    /** The checkpoint in these bytes; nothing where they are damaged, or of another version. */
    static Optional<Checkpoint> of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(read(in));
        } catch (IOException | BufferUnderflowException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeUTF(training);
        out.writeInt(curve.size());
        for (EpochRecord epoch : curve) {
            out.writeInt(epoch.epoch());
            out.writeDouble(epoch.loss());
            out.writeDouble(epoch.learningRate());
            out.writeDouble(epoch.seconds());
        }
        write(out, state.values());
        out.writeInt(state.memory().length);
        for (float[] part : state.memory()) {
            write(out, part);
        }
        out.writeInt(state.steps());
        write(out, state.average());
        out.writeInt(state.averageUpdates());
        write(out, state.waiting());
        out.writeInt(state.batchesWaiting());
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    static Checkpoint read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("it does not start as checkpoints do");
        }
        String training = in.readUTF();
        int epochs = in.readInt();
        List<EpochRecord> curve = new ArrayList<>();
        for (int i = 0; i < epochs; i++) {
            curve.add(new EpochRecord(in.readInt(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        float[] values = floats(in);
        float[][] memory = new float[in.readInt()][];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = floats(in);
        }
        int steps = in.readInt();
        float[] average = floats(in);
        int averageUpdates = in.readInt();
        float[] waiting = floats(in);
        TrainingState state = new TrainingState(values, memory, steps, average, averageUpdates, waiting, in.readInt());
        return new Checkpoint(training, state, curve);
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES))
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
