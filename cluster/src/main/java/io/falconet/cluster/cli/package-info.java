/**
 * The command line: the root of all commands. A package below holds those of one kind, a class a command, and what they
 * share; what every command talks through is {@code terminal}. Results go to standard output, progress and logs to
 * standard error; the exit code is 0 when done, 1 when the work failed, 2 when the request was wrong.
 */
package io.falconet.cluster.cli;
