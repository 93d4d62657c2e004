/** GhostNet (Han et al., 2020): half of a map is computed, the other half derived from it by cheap operations. */
package io.falconet.space.block.ghost;
