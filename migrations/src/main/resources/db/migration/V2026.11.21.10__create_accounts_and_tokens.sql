-- A person who signs in with a password kept here. With OpenID Connect the identity provider keeps them instead.
create table account (
    username      varchar(64)  primary key check (username ~ '^[a-z0-9][a-z0-9._-]*$'),
    display_name  varchar(120) not null,
    password_hash varchar(200) not null,
    roles         text[]       not null,
    created_at    timestamptz  not null,
    disabled_at   timestamptz
);

-- A machine's credential. Only the hash is here; the token lies in a file that its owner alone can read.
create table api_token (
    id           uuid        primary key,
    name         varchar(64) not null,
    token_sha256 char(64)    not null unique,
    roles        text[]      not null,
    created_at   timestamptz not null,
    revoked_at   timestamptz
);
