/** What models are worth on data: by what they find, once they are trained, and by scores without training. */
package io.falconet.cluster.cli.score;
