/** Models that go out: {@code export} writes their files, {@code verify} proves that they compute what they should. */
package io.falconet.cluster.cli.export;
