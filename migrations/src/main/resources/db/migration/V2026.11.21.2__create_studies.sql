-- De-identified studies. Every uid and patient is a keyed pseudonym made at the door; no table leads back.
create table study (
    id          uuid         primary key,
    site        varchar(32)  not null references site (code),
    study_uid   varchar(64)  not null unique,
    patient     varchar(64)  not null,
    acquired_at timestamptz  not null,
    recorded_at timestamptz  not null,
    -- technical attributes of the study, as camelCase DICOM keywords: modality, manufacturerModelName, softwareVersions ...
    attributes  jsonb        not null
);
create index study_by_site_and_time on study (site, acquired_at, id);
create index study_by_time on study (acquired_at, id);

create table instance (
    id              uuid         primary key,
    study_id        uuid         not null references study (id),
    series_uid      varchar(64)  not null,
    sop_uid         varchar(64)  not null unique,
    series_number   integer,
    instance_number integer,
    transfer_syntax varchar(64)  not null,
    pixel_rows      integer      not null,
    pixel_columns   integer      not null,
    frames          integer      not null,
    -- of the de-identified Part 10 file; its address in the content-addressed store
    sha256          char(64)     not null,
    bytes           bigint       not null,
    attributes      jsonb        not null,
    -- image statistics: mean, standardDeviation, p01 .. p99, entropy, sharpness, noise, clippedShare
    statistics      jsonb        not null,
    recorded_at     timestamptz  not null
);
create index instance_by_study on instance (study_id);

-- What was not let in, and why. Append-only; holds no content of the file.
create table intake_refusal (
    id          uuid         primary key,
    site        varchar(32)  not null references site (code),
    reason      varchar(64)  not null,
    detail      text         not null,
    byte_offset bigint,
    sha256      char(64),
    recorded_at timestamptz  not null
);
create index intake_refusal_by_site on intake_refusal (site, recorded_at);
