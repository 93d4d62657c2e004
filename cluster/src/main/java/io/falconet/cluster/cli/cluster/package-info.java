/** Clusters of one's own: a master and workers. */
package io.falconet.cluster.cli.cluster;
