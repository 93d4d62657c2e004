/** Studies: searching, resuming, and how far what they found can be trusted and reproduced. */
package io.falconet.cluster.cli.study;
