/** Yaml files as people write them: values that know their lines, and problems that are all reported at once. */
package io.falconet.space.yaml;
