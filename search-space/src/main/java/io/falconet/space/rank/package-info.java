/**
 * How far two quantities rank networks alike, and with it how far to trust a proxy: the brief trainings by which a search
 * ranks its networks, beside longer ones.
 */
package io.falconet.space.rank;
