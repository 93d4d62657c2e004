package io.falconet.evaluator.data.voc;

import io.falconet.evaluator.data.BoxEdges;
import java.util.Optional;

/**
 * One labelled object of a VOC file.
 *
 * @param className empty where it has no name
 * @param box nothing where it has no four numbers
 * @param line at which it begins, from 1
 */
record VocObject(String className, Optional<BoxEdges> box, int line) {}
