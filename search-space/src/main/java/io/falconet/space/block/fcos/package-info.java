/** FCOS (Tian et al., 2019): a detector of one stage without anchors. */
package io.falconet.space.block.fcos;
