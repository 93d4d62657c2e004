-- A trial may be the beginning of a longer training (schedule: its epochs), on smaller images (pixels: their side as a part
-- of the input's), and go on from another trial of its study.
ALTER TABLE trial ADD COLUMN schedule INTEGER;
UPDATE trial SET schedule = epochs;
ALTER TABLE trial ALTER COLUMN schedule SET NOT NULL;
ALTER TABLE trial ADD COLUMN pixels DOUBLE PRECISION DEFAULT 1 NOT NULL;
ALTER TABLE trial ADD COLUMN promoted INTEGER;
ALTER TABLE trial ADD CONSTRAINT trial_promoted FOREIGN KEY (study_id, promoted) REFERENCES trial (study_id, number);

ALTER TABLE outcome ADD COLUMN schedule INTEGER;
UPDATE outcome SET schedule = epochs;
ALTER TABLE outcome ALTER COLUMN schedule SET NOT NULL;
ALTER TABLE outcome ADD COLUMN pixels DOUBLE PRECISION DEFAULT 1 NOT NULL;
