/** The trials of a study as a table: filtered, sorted, a page at a time, and to take away. */
package io.falconet.dashboard.study.table;
