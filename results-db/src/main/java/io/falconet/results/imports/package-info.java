/**
 * Studies that other programs searched, read from their files and stored whole or not at all.
 *
 * <p>Start at {@link io.falconet.results.imports.TrialImport}. A {@link io.falconet.results.imports.Source} tells trials as
 * texts, whatever the file; {@link io.falconet.results.imports.TrialForm} alone says what they mean.
 */
package io.falconet.results.imports;
