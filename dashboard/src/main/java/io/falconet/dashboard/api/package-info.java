/**
 * What programs read, under {@code /api/v1}: studies, trials, devices, files. It changes nothing. What each call takes and
 * answers is described in {@code openapi.json}, which a test holds against these classes.
 */
package io.falconet.dashboard.api;
