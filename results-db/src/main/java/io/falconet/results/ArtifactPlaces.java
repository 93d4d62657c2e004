package io.falconet.results;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * Opens places that are no folder, by their URI. Found by {@link ServiceLoader}, so that the store itself knows none of the
 * libraries behind them.
 */
public interface ArtifactPlaces {
    /**
     * The place at an address. Nothing is asked of it yet.
     *
     * @throws IllegalArgumentException if it is the address of no place
     */
    ArtifactPlace at(URI address);

    /**
     * The place at an address, as people write it.
     *
     * @param address a folder's path, or a URI
     * @throws IllegalArgumentException if it is the address of no place
     */
    static ArtifactPlace of(String address) {
        // a drive of Windows has one letter
        if (!address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return new FolderPlace(Path.of(address).toAbsolutePath().normalize());
        }
        try {
            URI uri = new URI(address).normalize();
            return ServiceLoader.load(ArtifactPlaces.class, ArtifactPlaces.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Expected a folder for the artifacts, found %s.%nMaybe this build lacks what reads such addresses."
                                    .formatted(address)))
                    .at(uri);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "Expected a folder or an address such as hdfs://namenode:8020/falconet for the artifacts, found \"%s\": %s.%nMaybe it has a space or a letter that is written as %%20 there."
                            .formatted(address, e.getReason()),
                    e);
        }
    }
}
