package io.falconet.space.darknet;

import java.util.Optional;

/**
 * A section of a cfg file and the layer that it describes.
 *
 * @param section where it stands
 * @param layer what it says; empty if that could not be read
 */
record CfgLayer(CfgSection section, Optional<DarknetLayer> layer) {}
