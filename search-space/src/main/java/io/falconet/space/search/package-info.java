/**
 * The search: which architecture to try next, given what is known. The only package that sees Jenetics. Everything in it
 * is deterministic for a seed, whatever the order in which evaluations finish.
 */
package io.falconet.space.search;
