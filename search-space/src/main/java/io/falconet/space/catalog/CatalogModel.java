package io.falconet.space.catalog;

import io.falconet.space.zoo.ZooModel;

/**
 * A model of the zoo for which a call in published code may stand.
 *
 * @param classes that the call asks for
 * @param names how the authors' tensors are called in it
 */
public record CatalogModel(ZooModel model, int classes, AuthorsNames names) {}
