/**
 * Networks as layer lists, the way in which YOLOv5 (Jocher et al., 2020), Scaled-YOLOv4 and their forks describe theirs: a
 * row a layer, with width and depth multiples. A {@link io.falconet.space.yolo.YoloSpec} is such a list as a value, a
 * {@link io.falconet.space.yolo.ModuleRegistry} says what the names in it mean, and a {@link
 * io.falconet.space.yolo.YoloDialect} whose meaning counts where authors differ.
 */
package io.falconet.space.yolo;
