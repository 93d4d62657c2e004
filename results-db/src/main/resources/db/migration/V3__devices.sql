-- Devices on which agents measure latencies, by the names that studies give. This machine, local, is none of them.
CREATE TABLE device (
    name         VARCHAR(100) NOT NULL,
    address      VARCHAR(300) NOT NULL,
    certificate  CHAR(64)     NOT NULL,
    -- the secret that lets in: whoever can read this table can have models measured there
    token        VARCHAR(200) NOT NULL,
    processor    VARCHAR      NOT NULL,
    runtime      VARCHAR      NOT NULL,
    added_nanos  BIGINT       NOT NULL,
    seen_nanos   BIGINT       NOT NULL,
    CONSTRAINT device_key PRIMARY KEY (name)
);
