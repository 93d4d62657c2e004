package io.falconet.cluster.spark;

import io.falconet.evaluator.ArchitectureEvaluator;
import io.falconet.evaluator.DeviceException;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.evaluator.Workplace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.resource.ResourceInformation;

/** The one task of a job: bytes of a task in, bytes of its evaluation out. */
final class EvaluateOnExecutor implements Function<byte[], byte[]> {
    private static final long serialVersionUID = 2;

    /** The name that Spark gives to an executor which is the driver's own JVM. */
    private static final String IN_THE_DRIVER = "driver";

    /** Its data; null where this machine sees them as the driver does. An optional does not travel. */
    private final ShippedData data;
    /** After which it has failed; null where it may take for ever. */
    private final Duration limit;

    EvaluateOnExecutor(Optional<ShippedData> data, Optional<Duration> limit) {
        this.data = data.orElse(null);
        this.limit = limit.orElse(null);
    }

    @Override
    public byte[] call(byte[] bytes) {
        EvaluationCodec codec = new EvaluationCodec();
        OfThisJvm.AT_WORK.readLock().lock();
        try {
            EvaluationTask task = codec.task(bytes);
            EvaluationTask placed = data == null ? task : task.on(data.here());
            return codec.bytes(OfThisJvm.EVALUATOR.evaluate(placed, workplace()));
        } catch (DeviceException e) {
            return codec.bytes(e);
        } finally {
            OfThisJvm.AT_WORK.readLock().unlock();
        }
    }

    private Workplace workplace() {
        SparkEnv executor = SparkEnv.get();
        if (executor.executorId().equals(IN_THE_DRIVER)) {
            return Workplace.here(Optional.ofNullable(limit));
        }
        ResourceInformation gpus = TaskContext.get().resourcesJMap().get("gpu");
        return new Workplace(
                executor.blockManager().blockManagerId().host(),
                executor.executorId(),
                gpus == null ? List.of() : List.of(gpus.addresses()),
                TaskContext.get().cpus(),
                Optional.ofNullable(limit));
    }

    /**
     * Waits until no evaluation computes in this JVM. Spark forgets a cancelled task at once, but the training stops
     * only after the step under way; a process that ends meanwhile takes the native library from under it.
     *
     * @return whether that came within the limit
     */
    static boolean awaitQuiet(Duration limit) throws InterruptedException {
        if (!OfThisJvm.AT_WORK.writeLock().tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        OfThisJvm.AT_WORK.writeLock().unlock();
        return true;
    }

    /** The evaluator of this JVM: on one machine, where driver and executor are one, the executor's. */
    static ArchitectureEvaluator here() {
        return OfThisJvm.EVALUATOR;
    }

    /** Made by a thread that nobody interrupts: what breaks while a class is made ready stays broken for good. */
    private static ArchitectureEvaluator made() {
        return CompletableFuture.supplyAsync(
                        ArchitectureEvaluator::new, work -> new Thread(work, "makes-evaluator").start())
                .join();
    }

    /**
     * The evaluator that all tasks of an executor share, made by the first: it holds the images read and the gate that
     * keeps trainings quiet while a latency is measured. Spark gives a task no other way to what outlives it, so this is
     * the one place for statics in the project.
     */
    private static final class OfThisJvm {
        static final ArchitectureEvaluator EVALUATOR = made();
        static final ReadWriteLock AT_WORK = new ReentrantReadWriteLock();
    }
}
