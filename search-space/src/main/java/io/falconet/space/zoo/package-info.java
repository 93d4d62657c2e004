/** The zoo: published detectors, rebuilt from the catalog to the exact operator. */
package io.falconet.space.zoo;
