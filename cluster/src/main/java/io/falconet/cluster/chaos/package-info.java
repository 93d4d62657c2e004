/** A small cluster that is broken on purpose, to see that nothing is lost. */
package io.falconet.cluster.chaos;
