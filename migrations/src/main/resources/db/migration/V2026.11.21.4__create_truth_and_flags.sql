-- Reference standard of a case for a target, with the moment it became available. Append-only; a later row supersedes.
create table truth (
    id           uuid         primary key,
    study_id     uuid         not null references study (id),
    target       varchar(64)  not null,
    positive     boolean,                                   -- null: INDETERMINATE
    kind         varchar(24)  not null check (kind in ('CONSENSUS', 'HISTOLOGY', 'REPORT', 'FOLLOW_UP', 'ADJUDICATION')),
    available_at timestamptz  not null,
    recorded_at  timestamptz  not null,
    recorded_by  varchar(120) not null,
    supersedes   uuid         references truth (id)
);
create index truth_by_study on truth (study_id, target, available_at);

-- A clinician says that a prediction is wrong, or agrees. Append-only.
create table flag (
    id               uuid         primary key,
    study_id         uuid         not null references study (id),
    prediction_id    uuid         not null references prediction (id),
    model            varchar(64)  not null references model (name),
    reason           varchar(32)  not null check (reason in ('AGREE', 'FALSE_POSITIVE', 'MISSED_FINDING', 'WRONG_PLACE', 'WRONG_GRADE', 'UNUSABLE_IMAGE', 'TECHNICAL', 'OTHER')),
    severity         integer      check (severity between 1 and 4),
    changed_decision boolean,
    expected         varchar(32),
    comment          text,                                  -- masked before it is stored
    flagged_by       varchar(120) not null,
    flagged_at       timestamptz  not null
);
create index flag_by_model on flag (model, flagged_at);
create index flag_by_study on flag (study_id);
