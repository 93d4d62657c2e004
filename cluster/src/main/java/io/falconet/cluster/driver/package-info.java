/**
 * Drives a study: claims it, lets the search propose, hands what is not yet known to the evaluators, and records every
 * outcome. Only the driver writes results.
 */
package io.falconet.cluster.driver;
