/**
 * Artifacts in a file system that Hadoop knows: HDFS, S3 by S3A, and others. The only package that says
 * {@code org.apache.hadoop}; the store finds it as a service.
 *
 * <p>Start at {@link io.falconet.results.hadoop.HadoopPlaces}.
 */
package io.falconet.results.hadoop;
