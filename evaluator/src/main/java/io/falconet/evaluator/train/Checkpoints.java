package io.falconet.evaluator.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where a training keeps what it needs to go on after a stop: one file, replaced after each epoch. A training that finds
 * it goes on from there, and ends with the very weights that it would have had without a stop.
 *
 * @param file empty to keep nothing
 */
public record Checkpoints(Optional<Path> file) {
    /** Keeps nothing. */
    public static final Checkpoints NONE = new Checkpoints(Optional.empty());

    /** Keeps them in a file. */
    public static Checkpoints in(Path file) {
        return new Checkpoints(Optional.of(file));
    }

    /**
     * What is kept of a training.
     *
     * @throws IllegalArgumentException if the file is of another training, or damaged
     */
    Optional<Checkpoint> find(String training) {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return Optional.empty();
        }
        Checkpoint found;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file.get())))) {
            found = Checkpoint.read(in);
        } catch (IOException | BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException(
                    "%s: expected a checkpoint, found: %s. Maybe it was cut short; without it the training starts anew."
                            .formatted(file.get(), e.getMessage()),
                    e);
        }
        if (!found.training().equals(training)) {
            throw new IllegalArgumentException(
                    "%s: expected a checkpoint of%n  %s%nfound one of%n  %s%nMaybe it was left by a training with other options; without it this one starts anew."
                            .formatted(file.get(), training, found.training()));
        }
        return Optional.of(found);
    }

    /** Keeps a checkpoint instead of the last one. A stop in the midst of it leaves the last one. */
    void keep(Checkpoint checkpoint) {
        if (file.isEmpty()) {
            return;
        }
        Path next = file.get().resolveSibling(file.get().getFileName() + ".next");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(next)))) {
            checkpoint.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint %s cannot be written.".formatted(next), e);
        }
        try {
            Files.move(next, file.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint %s cannot be replaced.".formatted(file.get()), e);
        }
    }
}
