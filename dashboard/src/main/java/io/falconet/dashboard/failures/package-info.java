/** Why trials have no figures, by cause. */
package io.falconet.dashboard.failures;
