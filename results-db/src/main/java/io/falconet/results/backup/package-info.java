/**
 * A results store as one file, and back. A backup is a zip: a {@code tables/….jsonl} a table, a row a line as a JSON array;
 * {@code artifacts/} with the files that the rows name, by their SHA-256; {@code manifest.json}, which says what there is.
 *
 * <p>Start at {@link io.falconet.results.backup.Backup} and {@link io.falconet.results.backup.Restore}.
 */
package io.falconet.results.backup;
