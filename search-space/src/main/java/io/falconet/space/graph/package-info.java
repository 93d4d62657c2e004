/**
 * The network IR: an immutable graph of operators in which every shape is known. It knows nothing of any engine; what
 * runs, writes or draws a network walks it with an {@link io.falconet.space.graph.OpVisitor}.
 */
package io.falconet.space.graph;
