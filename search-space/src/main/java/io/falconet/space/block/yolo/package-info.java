/**
 * The blocks of YOLOv5 (Jocher et al., 2020). Their nodes are named as the authors name their modules, so that published
 * weights fit by name.
 */
package io.falconet.space.block.yolo;
