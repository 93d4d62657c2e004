/** The results store itself: checked, backed up, restored, brought up to date. */
package io.falconet.cluster.cli.db;
