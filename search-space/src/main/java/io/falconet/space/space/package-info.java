/** Search spaces: ordered named choices, the points that they span, and how a point becomes a detector. */
package io.falconet.space.space;
