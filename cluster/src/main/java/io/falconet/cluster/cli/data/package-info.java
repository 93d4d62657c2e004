/** Labelled data: named, looked at, checked, and generated. */
package io.falconet.cluster.cli.data;
