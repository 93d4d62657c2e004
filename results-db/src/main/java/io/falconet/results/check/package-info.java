/**
 * What does not fit together in a results store.
 *
 * <p>Start at {@link io.falconet.results.check.StoreCheck}.
 */
package io.falconet.results.check;
