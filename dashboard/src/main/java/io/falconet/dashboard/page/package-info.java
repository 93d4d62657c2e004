/** What all pages share: their frame, their addresses, and how figures are written. */
package io.falconet.dashboard.page;
