/** Searches played on tables of known results: a search of hundreds of trials in a second, to prove strategies. */
package io.falconet.space.replay;
