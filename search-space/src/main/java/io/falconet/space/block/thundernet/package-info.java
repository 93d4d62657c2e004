/** ThunderNet (Qin et al., 2019): a light detector of two stages. */
package io.falconet.space.block.thundernet;
