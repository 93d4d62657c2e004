/** Which decisions matter: how much of what was found follows from each of them. */
package io.falconet.space.importance;
