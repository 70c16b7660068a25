create extension if not exists btree_gist;

-- A site is a tenant: a hospital or a part of it with its own time zone.
create table site (
    code       varchar(32) primary key check (code ~ '^[a-z0-9][a-z0-9-]*$'),
    name       varchar(120) not null,
    zone       varchar(64)  not null,
    created_at timestamptz  not null
);

-- A clinical task.
create table model (
    name       varchar(64) primary key check (name ~ '^[a-z0-9][a-z0-9-]*$'),
    task       varchar(40) not null,
    target     varchar(64) not null,
    created_at timestamptz not null
);

-- One immutable ONNX artefact and its manifest. Never updated.
create table model_version (
    id                   uuid         primary key,
    model                varchar(64)  not null references model (name),
    version              varchar(40)  not null,
    onnx_sha256          char(64)     not null,
    package_sha256       char(64)     not null,
    preprocessing_sha256 char(64)     not null,
    opset                integer      not null,
    threshold            double precision,
    manifest             jsonb        not null,
    manifest_yaml        text         not null,
    package_path         varchar(200) not null,
    registered_at        timestamptz  not null,
    registered_by        varchar(120) not null,
    unique (model, version)
);

-- Which version was live at site S at time T has exactly one answer: an interval, never a flag.
create table model_role (
    id               uuid         primary key,
    model            varchar(64)  not null references model (name),
    model_version_id uuid         not null references model_version (id),
    site             varchar(32)  not null references site (code),
    role             varchar(16)  not null check (role in ('CHAMPION', 'CANDIDATE')),
    valid            tstzrange    not null check (not isempty(valid)),
    reason           text         not null,
    set_by           varchar(120) not null,
    set_at           timestamptz  not null,
    constraint one_champion exclude using gist (model with =, site with =, valid with &&) where (role = 'CHAMPION'),
    constraint one_role exclude using gist (model_version_id with =, site with =, valid with &&)
);
