-- What a hospital decided for one model: windows, thresholds, false-alarm budget. Append-only; the newest version rules.
create table policy (
    id         uuid         primary key,
    model      varchar(64)  not null references model (name),
    version    integer      not null check (version >= 1),
    owner      varchar(200) not null,
    reason     text         not null,
    yaml       text         not null,      -- as it was applied, comments included
    sha256     char(64)     not null,      -- of the yaml
    applied_at timestamptz  not null,
    applied_by varchar(120) not null,
    unique (model, version)
);
create trigger append_only before update or delete on policy for each row execute function refuse_change();
