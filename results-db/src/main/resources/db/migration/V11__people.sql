-- Who may use the dashboard. Of passwords, tokens and links digests alone are kept: who reads these tables learns none.
CREATE TABLE account (
    name            VARCHAR(64)  NOT NULL,
    role            VARCHAR(16)  NOT NULL,
    -- as Spring Security writes it: the method, the salt and the digest
    password        VARCHAR(300) NOT NULL,
    -- since when it is that: who signed in by another has to sign in again
    password_nanos  BIGINT       NOT NULL,
    created_nanos   BIGINT       NOT NULL,
    disabled_nanos  BIGINT,
    CONSTRAINT account_key PRIMARY KEY (name)
);

-- What programs show in the place of a password. Never more than its owner may, whatever its role says.
CREATE TABLE api_token (
    owner          VARCHAR(64)  NOT NULL REFERENCES account (name),
    name           VARCHAR(100) NOT NULL,
    digest         CHAR(64)     NOT NULL,
    role           VARCHAR(16)  NOT NULL,
    created_nanos  BIGINT       NOT NULL,
    used_nanos     BIGINT,
    CONSTRAINT api_token_key PRIMARY KEY (owner, name),
    CONSTRAINT api_token_digest UNIQUE (digest)
);

-- Links that let in once, until they expire: to a new account, or to an old one whose password was forgotten.
CREATE TABLE invitation (
    digest         CHAR(64)    NOT NULL,
    kind           VARCHAR(16) NOT NULL,
    role           VARCHAR(16) NOT NULL,
    -- whose password may be set; null where whoever comes chooses a name
    account        VARCHAR(64),
    author         VARCHAR(64) NOT NULL,
    created_nanos  BIGINT      NOT NULL,
    expires_nanos  BIGINT      NOT NULL,
    used_nanos     BIGINT,
    CONSTRAINT invitation_key PRIMARY KEY (digest)
);

-- Who did what. Rows are added and never changed.
CREATE TABLE audit (
    id        CHAR(36)     NOT NULL,
    at_nanos  BIGINT       NOT NULL,
    who       VARCHAR(64)  NOT NULL,
    origin    VARCHAR(64)  NOT NULL,
    what      VARCHAR(100) NOT NULL,
    about     VARCHAR(300) NOT NULL,
    result    VARCHAR(300) NOT NULL,
    CONSTRAINT audit_key PRIMARY KEY (id)
);

CREATE INDEX audit_time ON audit (at_nanos, id);
