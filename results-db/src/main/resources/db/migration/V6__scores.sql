-- scores without training that the study optimises, by name as json; null where it optimises none
ALTER TABLE outcome ADD COLUMN scores VARCHAR;
