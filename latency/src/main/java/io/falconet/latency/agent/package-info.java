/**
 * Measures on other devices: the agent that runs there, and the client that sends it models. Over TLS with a certificate that
 * the client knows by its fingerprint, and a token.
 */
package io.falconet.latency.agent;
