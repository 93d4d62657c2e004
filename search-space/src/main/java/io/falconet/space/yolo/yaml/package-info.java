/** Layer lists as yaml files, in the form that YOLOv5 (Jocher et al., 2020) and its forks read. */
package io.falconet.space.yolo.yaml;
