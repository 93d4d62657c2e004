/** ThunderNet's way to find and teach regions (Qin et al., 2019), as its public implementation computes it. */
package io.falconet.evaluator.detect.thundernet;
