/**
 * The results store: studies, trials, their outcomes and artifacts. The only module that says {@code java.sql}.
 *
 * <p>Start at {@link io.falconet.results.ResultsDb}.
 */
package io.falconet.results;
