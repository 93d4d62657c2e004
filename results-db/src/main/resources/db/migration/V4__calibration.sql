-- Networks measured to learn what others take on a device: known by the device as it was then, and by the network.
CREATE TABLE calibration (
    device_name      VARCHAR(200) NOT NULL,
    device_processor VARCHAR      NOT NULL,
    device_runtime   VARCHAR      NOT NULL,
    device_threads   INTEGER      NOT NULL,
    network          CHAR(16)     NOT NULL,
    architecture     VARCHAR      NOT NULL,
    classes          INTEGER      NOT NULL,
    warmup_runs      INTEGER      NOT NULL,
    runs             INTEGER      NOT NULL,
    median_nanos     BIGINT       NOT NULL,
    low_nanos        BIGINT       NOT NULL,
    high_nanos       BIGINT       NOT NULL,
    mad_nanos        BIGINT       NOT NULL,
    disturbance      VARCHAR,
    measured_nanos   BIGINT       NOT NULL,
    CONSTRAINT calibration_key PRIMARY KEY (device_name, device_processor, device_runtime, device_threads, network)
);
