/** Accuracy of detections by the COCO evaluator's rules. Knows no engine. */
package io.falconet.evaluator.metric;
