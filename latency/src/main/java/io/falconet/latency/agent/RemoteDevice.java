package io.falconet.latency.agent;

/**
 * A device where an agent measures.
 *
 * @param name by which what is measured there is known
 * @param agent how it is reached
 */
public record RemoteDevice(String name, AgentAddress agent) {}
