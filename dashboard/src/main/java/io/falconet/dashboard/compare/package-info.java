/** Trials side by side: their figures, decisions, costs, trainings and networks. */
package io.falconet.dashboard.compare;
