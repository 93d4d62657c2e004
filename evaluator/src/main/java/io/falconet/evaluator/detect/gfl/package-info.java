/** Generalised focal loss (Li et al., 2020) as NanoDet uses it: assignment, loss, decoding. */
package io.falconet.evaluator.detect.gfl;
