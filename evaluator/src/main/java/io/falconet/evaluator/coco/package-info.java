/** Files in COCO's formats that are scored or written: ground truth without its images, and detections. */
package io.falconet.evaluator.coco;
