/** The blocks of Scaled-YOLOv4 (Wang et al., 2021), which carry cross stage partial connections into the neck. */
package io.falconet.space.block.scaledyolo;
