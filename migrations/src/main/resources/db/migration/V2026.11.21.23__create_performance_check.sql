-- Sensitivity and specificity with intervals, as truth was known at a moment. Append-only: evidence.
create table performance_check (
    id               uuid        primary key,
    model            varchar(64) not null references model (name),
    model_version_id uuid        references model_version (id),   -- null: the champion in force at each site and time
    policy_id        uuid        references policy (id),
    site             varchar(32) references site (code),          -- null: all sites together
    acquired_from    timestamptz not null,
    acquired_to      timestamptz not null,
    as_of            timestamptz not null,
    result           jsonb       not null,
    checked_at       timestamptz not null,
    checked_by       varchar(120) not null,
    check (acquired_from < acquired_to)
);
create index performance_check_by_model on performance_check (model, checked_at desc, id desc);
create trigger append_only before update or delete on performance_check for each row execute function refuse_change();
