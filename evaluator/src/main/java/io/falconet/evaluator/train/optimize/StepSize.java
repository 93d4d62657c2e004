package io.falconet.evaluator.train.optimize;

/**
 * How far one step of an optimiser goes.
 *
 * @param rate learning rate of all but biases
 * @param biasRate learning rate of biases, those of norms among them
 * @param momentum share of the last step's direction that is kept, for optimisers that leave it open
 */
public record StepSize(double rate, double biasRate, double momentum) {}
