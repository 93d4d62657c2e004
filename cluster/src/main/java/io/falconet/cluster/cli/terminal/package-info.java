/** What every command talks through: options, types as they are typed, listings, progress, failures, exit codes. */
package io.falconet.cluster.cli.terminal;
