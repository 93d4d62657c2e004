/** Data sets on their way to machines that do not see their files: packed once, known by their content, kept there. */
package io.falconet.evaluator.data.pack;
