/** What NanoDet (Lyu, 2020) adds to known backbones: a neck of sums and a light head. */
package io.falconet.space.block.nanodet;
