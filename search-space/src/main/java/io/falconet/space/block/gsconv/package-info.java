/** GSConv and the slim neck (Li et al., 2022): half dense, half depthwise, mixed by a shuffle. */
package io.falconet.space.block.gsconv;
