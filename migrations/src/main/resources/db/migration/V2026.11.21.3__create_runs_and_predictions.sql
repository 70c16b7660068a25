-- One replay of a set of cases through one or more versions.
create table run (
    id           uuid         primary key,
    model        varchar(64)  not null references model (name),
    acquired_from timestamptz not null,
    acquired_to  timestamptz  not null,
    sites        text[]       not null,
    state        varchar(16)  not null check (state in ('RUNNING', 'CANCELLED', 'FINISHED')),
    created_by   varchar(120) not null,
    created_at   timestamptz  not null,
    finished_at  timestamptz,
    check (acquired_from < acquired_to)
);

create table run_version (
    run_id           uuid not null references run (id),
    model_version_id uuid not null references model_version (id),
    primary key (run_id, model_version_id)
);

-- One case of a run: a study and the instance chosen for the model, or the reason why none was.
create table run_case (
    run_id      uuid        not null references run (id),
    study_id    uuid        not null references study (id),
    instance_id uuid        references instance (id),
    state       varchar(16) not null check (state in ('PENDING', 'LEASED', 'DONE', 'NOT_SCORED')),
    lease_id    uuid,
    leased_until timestamptz,
    attempts    integer     not null default 0,
    reason      varchar(64),
    detail      text,
    primary key (run_id, study_id),
    check ((state = 'LEASED') = (lease_id is not null)),
    check ((state = 'NOT_SCORED') <= (reason is not null))
);
create index run_case_open on run_case (run_id, state) where state in ('PENDING', 'LEASED');
create index run_case_by_lease on run_case (lease_id) where lease_id is not null;

-- One version's output on one case. Append-only.
create table prediction (
    id                   uuid         primary key,
    run_id               uuid         references run (id),   -- null: made in production and imported
    model_version_id     uuid         not null references model_version (id),
    study_id             uuid         not null references study (id),
    score                double precision not null check (score >= 0 and score <= 1),
    scores               jsonb        not null,              -- label -> score
    positive             boolean      not null,
    threshold            double precision not null,
    features             bytea,                              -- float32, little endian
    latency_millis       double precision,
    execution_provider   varchar(40),
    device               varchar(120),
    onnx_sha256          char(64)     not null,
    preprocessing_sha256 char(64)     not null,
    service_build        varchar(64)  not null,
    predicted_at         timestamptz  not null,
    recorded_at          timestamptz  not null
);
create unique index one_prediction_per_run on prediction (run_id, study_id, model_version_id) where run_id is not null;
create unique index one_production_prediction on prediction (study_id, model_version_id) where run_id is null;
create index prediction_by_version on prediction (model_version_id, study_id);
create index prediction_by_study on prediction (study_id);
