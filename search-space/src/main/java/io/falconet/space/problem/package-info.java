/** What is wrong in a file that somebody wrote, told so that it can be put right: all at once, each with its line. */
package io.falconet.space.problem;
