package io.falconet.cluster.spark;

import io.falconet.evaluator.data.pack.PackFolder;
import io.falconet.space.study.StudySpec;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.spark.broadcast.Broadcast;

/** A handle by which an executor gets data that were packed elsewhere. */
final class ShippedData implements Serializable {
    private static final long serialVersionUID = 1;

    private final String id;
    private final Broadcast<byte[]> manifest;
    private final ArrayList<Broadcast<byte[]>> loads;

    ShippedData(String id, Broadcast<byte[]> manifest, ArrayList<Broadcast<byte[]>> loads) {
        this.id = id;
        this.manifest = manifest;
        this.loads = loads;
    }

    /** Where the data are on this machine, fetched if they were not here. */
    StudySpec.DataSpec here() {
        Path folder = new PackFolder(cache())
                .take(id, manifest.value(), load -> loads.get(load).value());
        return StudySpec.DataSpec.at(folder.toString());
    }

    /** What a worker keeps beyond a search; of the user's temporary files where it has said nothing. */
    private static Path cache() {
        return Optional.ofNullable(System.getenv(SparkDaemon.DATA_FOLDER))
                .map(Path::of)
                .orElseGet(() -> Path.of(
                        System.getProperty("java.io.tmpdir"), "falconet-data-" + System.getProperty("user.name")));
    }
}
