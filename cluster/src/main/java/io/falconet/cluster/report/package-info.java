/** Reports for people: one HTML file each, which needs no other file, no network and no script to be read. */
package io.falconet.cluster.report;
