/** Spark workers, the driver of a search, and the command line. */
package io.falconet.cluster;
