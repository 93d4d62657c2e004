/** The list of studies, and a study's page. */
package io.falconet.dashboard.study;
