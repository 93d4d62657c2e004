-- The trials on each study's front, kept as outcomes are recorded: nobody reads a million to find a hundred. front_rule
-- says by which objectives and limits; null, or another one than the study's file gives, where the rows do not count.
ALTER TABLE study ADD COLUMN front_rule VARCHAR;

CREATE TABLE front (
    study_id  BIGINT  NOT NULL,
    number    INTEGER NOT NULL,
    CONSTRAINT front_key PRIMARY KEY (study_id, number),
    CONSTRAINT front_outcome FOREIGN KEY (study_id, number) REFERENCES outcome (study_id, number)
);

-- Trials that have an outcome are counted as they are recorded.
ALTER TABLE study ADD COLUMN finished INTEGER DEFAULT 0 NOT NULL;
UPDATE study SET finished = (SELECT COUNT(*) FROM trial WHERE trial.study_id = study.id AND trial.state <> 'RUNNING');
DROP INDEX trial_state;
