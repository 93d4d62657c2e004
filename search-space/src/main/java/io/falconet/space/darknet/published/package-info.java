/** Published darknet models, described layer by layer. */
package io.falconet.space.darknet.published;
