/**
 * What a runtime calls to compute a network: kernels, with the operators melted that it melts and the maps turned that it
 * turns. Known from the network alone; how long they take is the business of {@code predict}.
 */
package io.falconet.latency.kernel;
