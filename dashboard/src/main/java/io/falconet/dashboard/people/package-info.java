/** The pages by which people come in, see to their own passwords and tokens, and let others in. */
package io.falconet.dashboard.people;
