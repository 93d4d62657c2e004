package io.falconet.cluster.cli;

/** How results are printed: for people, or for reading on. Lower case, as typed. */
enum OutputFormat {
    text,
    json,
    csv
}
