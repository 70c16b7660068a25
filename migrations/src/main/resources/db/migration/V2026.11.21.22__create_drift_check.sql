-- What was compared with what, and what was found. Append-only: evidence.
create table drift_check (
    id               uuid        primary key,
    model            varchar(64) not null references model (name),
    model_version_id uuid        references model_version (id),   -- null: the champion in force at each site and time
    policy_id        uuid        references policy (id),
    week             varchar(8)  check (week ~ '^[0-9]{4}-W[0-9]{2}$'),   -- null: asked for by a person
    reference_from   timestamptz not null,
    reference_to     timestamptz not null,
    current_from     timestamptz not null,
    current_to       timestamptz not null,
    as_of            timestamptz not null,
    verdict          varchar(16) not null check (verdict in ('STABLE', 'DRIFTED', 'INCONCLUSIVE')),
    result           jsonb       not null,      -- findings with statistic, p-value, level, effect, sizes, reason
    checked_at       timestamptz not null,
    checked_by       varchar(120) not null,
    check (reference_from < reference_to),
    check (current_from < current_to)
);
create index drift_check_by_model on drift_check (model, checked_at desc, id desc);
create trigger append_only before update or delete on drift_check for each row execute function refuse_change();
