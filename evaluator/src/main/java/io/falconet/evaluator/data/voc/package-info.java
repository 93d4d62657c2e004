/**
 * Data sets in the format of Pascal VOC: an xml file an image.
 *
 * @see <a href="http://host.robots.ox.ac.uk/pascal/VOC/">The PASCAL Visual Object Classes</a>
 */
package io.falconet.evaluator.data.voc;
