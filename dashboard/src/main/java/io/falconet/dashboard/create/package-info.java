/** The page on which a study file is written and queued. */
package io.falconet.dashboard.create;
