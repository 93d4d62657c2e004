package io.falconet.cluster.cli.terminal;

/** How results are printed: for people, or for reading on. Lower case, as typed. */
public enum OutputFormat {
    text,
    json,
    csv
}
