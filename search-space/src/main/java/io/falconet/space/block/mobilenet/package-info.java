/** MobileNetV3 (Howard et al., 2019): inverted residuals with squeeze and excitation. */
package io.falconet.space.block.mobilenet;
