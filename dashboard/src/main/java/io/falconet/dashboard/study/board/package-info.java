/** What a study's page shows, as facts: shared by all browsers that look at the study, however many trials it has. */
package io.falconet.dashboard.study.board;
