/** What a search learns from its own outcomes: how a candidate will turn out, and how sure that is. */
package io.falconet.space.search.surrogate;
