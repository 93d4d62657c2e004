/**
 * Models as darknet describes them (Redmon, 2013 to 2016; Bochkovskiy, 2020): a list of layers each of which reads the one
 * before it or others by number. {@link io.falconet.space.darknet.CfgReader} reads darknet's configuration files, and
 * {@link io.falconet.space.darknet.DarknetModel} builds networks.
 */
package io.falconet.space.darknet;
