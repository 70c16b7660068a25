-- The answer given to a request, so that the same request sent again has the effect of once.
create table idempotency_key (
    actor        varchar(120) not null,
    key          varchar(200) not null,
    request      varchar(300) not null,   -- method and path
    body_sha256  char(64)     not null,
    status       integer,                 -- null while the first request is still at work
    content_type varchar(120),
    location     varchar(300),
    body         bytea,
    created_at   timestamptz  not null,
    primary key (actor, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
