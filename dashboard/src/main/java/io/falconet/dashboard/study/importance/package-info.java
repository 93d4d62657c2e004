/** Which decisions of a study matter. */
package io.falconet.dashboard.study.importance;
