/** How weights move: optimisers, how large their steps are, and averages of weights. */
package io.falconet.evaluator.train.optimize;
