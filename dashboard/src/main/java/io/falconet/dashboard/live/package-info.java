/** Notices what changes in the results store while a page is open. */
package io.falconet.dashboard.live;
