/**
 * The catalog by its authors' names: which block or model of Falconet a call in published code stands for, and how the
 * tensors are called there. Reference figures, published weights and configuration files are read through it.
 */
package io.falconet.space.catalog;
