/** {@code bench zoo}: published and searched detectors side by side, on the same data and device. */
package io.falconet.cluster.cli.bench.zoo;
