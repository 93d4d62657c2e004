/** Studies: what to search, on which data, by which means; and the reader of study files. */
package io.falconet.space.study;
