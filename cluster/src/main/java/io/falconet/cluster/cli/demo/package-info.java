/** What people see first: the demo, and the dashboard that a command starts. */
package io.falconet.cluster.cli.demo;
