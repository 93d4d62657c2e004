/** How the next candidate is chosen: the strategies, the genes that they breed, and the lineage of children. */
package io.falconet.space.search.strategy;
