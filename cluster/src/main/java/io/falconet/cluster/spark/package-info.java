/**
 * All the Spark there is: one job of one task for each evaluation, on this machine or on a cluster. What runs in the task
 * is the evaluator's; what is done with its answer is the driver's.
 */
package io.falconet.cluster.spark;
