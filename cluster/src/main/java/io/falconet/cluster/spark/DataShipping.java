package io.falconet.cluster.spark;

import io.falconet.evaluator.TrialData;
import io.falconet.evaluator.data.pack.DataPack;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Brings data sets to executors: packed once for a search, fetched from each other, kept on each machine. */
final class DataShipping {
    private final Function<StudySpec.DataSpec, Optional<ShippedData>> ship;
    private final Map<StudySpec.DataSpec, Optional<ShippedData>> shipped = new ConcurrentHashMap<>();

    private DataShipping(Function<StudySpec.DataSpec, Optional<ShippedData>> ship) {
        this.ship = ship;
    }

    /** Executors see the same files. */
    static DataShipping none() {
        return new DataShipping(data -> Optional.empty());
    }

    /** Executors that may see other files. */
    static DataShipping by(JavaSparkContext spark) {
        return new DataShipping(
                data -> Optional.of(pack(EvaluateOnExecutor.here().data(data), spark)));
    }

    /** What executors need to have those data; nothing where they have them. */
    Optional<ShippedData> of(StudySpec.DataSpec data) {
        return shipped.computeIfAbsent(data, ship);
    }

    private static ShippedData pack(TrialData data, JavaSparkContext spark) {
        DataPack pack = data.pack();
        ArrayList<Broadcast<byte[]>> loads = new ArrayList<>();
        for (int load = 0; load < pack.loads(); load++) {
            loads.add(spark.broadcast(pack.load(load)));
        }
        return new ShippedData(pack.id(), spark.broadcast(pack.manifest()), loads);
    }
}
