-- Where a trial comes from: how the search came by it, the earlier trials of its study that it is made of, and of a seed the
-- name by which the study names it. All null where nobody knows: of trials of earlier versions, but for those that went on
-- from another, and of imported ones. No foreign keys: they would be looked up with every trial that is written.
ALTER TABLE trial ADD COLUMN origin VARCHAR(16);
ALTER TABLE trial ADD COLUMN parent INTEGER;
ALTER TABLE trial ADD COLUMN other_parent INTEGER;
ALTER TABLE trial ADD COLUMN seed_name VARCHAR;
UPDATE trial SET origin = 'PROMOTED', parent = promoted WHERE promoted IS NOT NULL;

-- a trial's children are looked for
CREATE INDEX trial_parent ON trial (study_id, parent);
CREATE INDEX trial_other_parent ON trial (study_id, other_parent);
