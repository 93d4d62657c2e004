/** A trial's page: its network as a drawing, its figures, where they come from, and its files. */
package io.falconet.dashboard.trial;
