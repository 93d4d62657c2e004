/**
 * A generated data set of small flying objects over sky, land and sea: the demo's images. The same seed gives the same
 * data set.
 */
package io.falconet.evaluator.synthetic;
