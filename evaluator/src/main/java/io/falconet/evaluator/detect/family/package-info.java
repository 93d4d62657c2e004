/** Which family a detector belongs to: the one place that knows them all. */
package io.falconet.evaluator.detect.family;
