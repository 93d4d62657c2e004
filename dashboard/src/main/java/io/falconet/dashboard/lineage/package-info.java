/** Where a trial comes from: its ancestors, and what each changed. */
package io.falconet.dashboard.lineage;
