/** Dominance among points all of whose coordinates are to be minimised: fronts and hypervolumes. */
package io.falconet.space.search.pareto;
