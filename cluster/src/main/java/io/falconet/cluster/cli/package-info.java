/**
 * The command line: a class a command. Results go to standard output, progress and logs to standard error; the exit code
 * is 0 when done, 1 when the work failed, 2 when the request was wrong.
 */
package io.falconet.cluster.cli;
