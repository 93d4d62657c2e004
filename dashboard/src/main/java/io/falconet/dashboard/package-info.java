/** The web dashboard. */
package io.falconet.dashboard;
