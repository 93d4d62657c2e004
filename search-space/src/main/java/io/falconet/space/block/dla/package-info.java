/** Deep layer aggregation (Yu et al., 2018): trees that join shallow and deep blocks at every level. */
package io.falconet.space.block.dla;
