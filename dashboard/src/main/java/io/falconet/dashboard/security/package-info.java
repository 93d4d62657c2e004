/**
 * Who comes in, and what they may. Pages and calls ask {@link io.falconet.dashboard.security.Access} who is there, and tell
 * {@link io.falconet.dashboard.security.Audit} what was done.
 */
package io.falconet.dashboard.security;
