/**
 * The figures of all trials of a study in columns, for whoever looks at all of them at once: a million take some hundred MB
 * less than as records, and what was read is not read again.
 */
package io.falconet.results.columns;
