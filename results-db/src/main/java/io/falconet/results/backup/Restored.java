package io.falconet.results.backup;

import java.util.List;

/**
 * What a restore has done.
 *
 * @param manifest of the backup: all that it names was restored and counted again
 * @param schema version of the tables now
 * @param stopped studies that were being searched when the backup was made, and that are stopped here
 */
public record Restored(Manifest manifest, int schema, List<String> stopped) {
    public Restored {
        stopped = List.copyOf(stopped);
    }
}
