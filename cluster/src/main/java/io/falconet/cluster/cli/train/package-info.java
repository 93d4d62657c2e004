/** {@code train}: one model on data, from random weights or from those of another. */
package io.falconet.cluster.cli.train;
