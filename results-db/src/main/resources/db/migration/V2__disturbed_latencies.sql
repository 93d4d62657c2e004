-- what slowed a measured latency down all the time, where anything did
ALTER TABLE outcome ADD COLUMN disturbance VARCHAR;
