package io.falconet.latency.predict;

import java.util.stream.DoubleStream;

/**
 * Networks that are alike take alike: a Gaussian process over the logarithm of the latency.
 *
 * @param process of the features
 */
public record AlikeNetworks(GaussianProcess process) implements LatencyFit {
    @Override
    public Learned learn(double[][] features, double[] latencies) {
        double[] logarithms = DoubleStream.of(latencies).map(Math::log).toArray();
        GaussianProcess.Fitted fitted = process.fit(features, new double[][] {logarithms});
        return network -> Math.exp(fitted.at(network)[0]);
    }
}
