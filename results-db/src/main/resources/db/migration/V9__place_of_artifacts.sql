-- Where the store's artifacts lie, from the first of them on: in one row. Null is the folder artifacts in the data folder,
-- wherever that is moved; else the address of a folder, or of one in a file system that Hadoop knows. Programs of earlier
-- versions would look in the data folder alone.
CREATE TABLE artifact_place (
    id       INTEGER NOT NULL,
    address  VARCHAR,
    CONSTRAINT artifact_place_key PRIMARY KEY (id),
    CONSTRAINT artifact_place_one CHECK (id = 1)
);

INSERT INTO artifact_place (id, address) SELECT 1, NULL WHERE EXISTS (SELECT 1 FROM artifact);
