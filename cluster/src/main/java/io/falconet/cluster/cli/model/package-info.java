/** Models as they are named on the command line: finding, reading and describing them, and the files that they have. */
package io.falconet.cluster.cli.model;
