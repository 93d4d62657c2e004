-- Workers look every few seconds for studies that wait. From here on a study may be PAUSED or CANCELLED, which programs
-- of earlier versions do not know.
CREATE INDEX study_state ON study (state, id);
