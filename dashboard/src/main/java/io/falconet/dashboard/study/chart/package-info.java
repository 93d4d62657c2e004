/** The charts of a study's page. */
package io.falconet.dashboard.study.chart;
