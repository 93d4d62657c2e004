/**
 * Numeric parity with reference implementations: reads what their code gave, computes the same with Falconet's, and tells
 * how far the two are apart.
 */
package io.falconet.evaluator.verify;
