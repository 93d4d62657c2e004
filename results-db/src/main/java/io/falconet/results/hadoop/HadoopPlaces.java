package io.falconet.results.hadoop;

import io.falconet.results.ArtifactPlace;
import io.falconet.results.ArtifactPlaces;
import java.net.URI;

/** Opens folders of Hadoop's file systems: {@code hdfs://namenode:8020/falconet}, {@code s3a://bucket/falconet}. */
public final class HadoopPlaces implements ArtifactPlaces {
    /** For the service loader. */
    public HadoopPlaces() {}

    @Override
    public ArtifactPlace at(URI address) {
        // hdfs:///falconet would be another folder where Hadoop is configured otherwise
        boolean whole = address.getAuthority() != null || "file".equals(address.getScheme());
        String path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
        if (!whole || path.isEmpty() || address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException(
                    "Expected a host or bucket and a folder for the artifacts, as in hdfs://namenode:8020/falconet or s3a://bucket/falconet, found %s.%nMaybe its host or its folder is missing."
                            .formatted(address));
        }
        if (address.getUserInfo() != null && address.getUserInfo().contains(":")) {
            throw new IllegalArgumentException(
                    "Expected an address without a password, for the store remembers it and tells it, found one for %s.%nMaybe put it into core-site.xml, in the folder that HADOOP_CONF_DIR names."
                            .formatted(address.getHost()));
        }
        String authority = address.getRawAuthority() == null ? "" : address.getRawAuthority();
        return new HadoopPlace(URI.create(
                address.getScheme() + "://" + authority + address.getRawPath().replaceAll("/+$", "")));
    }
}
