/** Charts: a component around Apache ECharts, whose script is served from its own jar. */
package io.falconet.dashboard.chart;
