/** Finds what is wrong with labelled images beyond what stops their reading: what makes figures lie. */
package io.falconet.evaluator.data.check;
