/** Tables of known results, a network a row: what searches and predictors are proven on, where thousands are known. */
package io.falconet.space.table;
