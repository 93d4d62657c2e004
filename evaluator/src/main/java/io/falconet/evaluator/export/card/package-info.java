/** What goes with a model in words: the card that whoever deploys it reads first. */
package io.falconet.evaluator.export.card;
