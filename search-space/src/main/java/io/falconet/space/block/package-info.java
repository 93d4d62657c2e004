/**
 * The catalog: recipes that append operators to a network under construction. A small record a block, and the roles of
 * the field that compose blocks into a detector.
 */
package io.falconet.space.block;
