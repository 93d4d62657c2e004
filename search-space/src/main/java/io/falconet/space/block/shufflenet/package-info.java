/** ShuffleNetV2 (Ma et al., 2018): units that split, transform one part and shuffle. */
package io.falconet.space.block.shufflenet;
