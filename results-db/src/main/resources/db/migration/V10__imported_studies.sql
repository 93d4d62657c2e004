-- Where a study's trials were read from, in words; null where Falconet searched it. No driver may claim such a study, and no
-- search take its outcomes for its own: nobody knows how they were come by.
ALTER TABLE study ADD COLUMN imported VARCHAR;
