/** What ran when, and how much of it at once. */
package io.falconet.dashboard.timeline;
