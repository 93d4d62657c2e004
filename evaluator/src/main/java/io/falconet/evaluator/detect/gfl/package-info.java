/** Generalised focal loss (Li et al., 2020) as NanoDet-m and NanoDet-Plus use it: assignment, loss, decoding. */
package io.falconet.evaluator.detect.gfl;
