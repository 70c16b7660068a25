-- One model's check of one week. Done once: the same week asked again gives what was found then. Append-only.
create table surveillance (
    id             uuid         primary key,
    model          varchar(64)  not null references model (name),
    week           varchar(8)   not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
    policy_id      uuid         not null references policy (id),
    drift_check_id uuid         not null references drift_check (id),
    as_of          timestamptz  not null,
    -- performance of all sites and of each, champion against each candidate, alerts opened or extended
    result         jsonb        not null,
    done_at        timestamptz  not null,
    done_by        varchar(120) not null,
    unique (model, week)
);
create trigger append_only before update or delete on surveillance for each row execute function refuse_change();
