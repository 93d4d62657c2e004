package io.falconet.cluster.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import scala.Function2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * What the one task of a job does with the one thing that it is given. A class, not a lambda of Scala's, as those of Spark's
 * own {@code map} and {@code collect}: what such a one refers to Spark searches for in the code of large classes, at every job,
 * which took a third of the time of jobs that do nothing.
 */
final class OneTask<T> implements Function2<TaskContext, Iterator<T>, byte[]>, Serializable {
    private static final long serialVersionUID = 1;
    private static final ClassTag<byte[]> BYTES = ClassTag$.MODULE$.apply(byte[].class);

    private final Function<T, byte[]> work;

    private OneTask(Function<T, byte[]> work) {
        this.work = work;
    }

    /** Runs a job, and waits for it. Throws what Spark throws. */
    static <T> byte[] run(SparkContext spark, JavaRDD<T> one, Function<T, byte[]> work) {
        Object[] answers = (Object[]) spark.runJob(
                one.rdd(),
                new OneTask<>(work),
                CollectionConverters.<Object>asScala(List.of((Object) 0)).toSeq(),
                BYTES);
        return (byte[]) answers[0];
    }

    @Override
    public byte[] apply(TaskContext context, Iterator<T> given) {
        try {
            return work.call(given.next());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
