/** How far a study's ranking is to be trusted. */
package io.falconet.dashboard.study.trust;
