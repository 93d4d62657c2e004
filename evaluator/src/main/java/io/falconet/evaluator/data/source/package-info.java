/** Labelled data by the place where they lie: which format it is, and what parts there are. */
package io.falconet.evaluator.data.source;
