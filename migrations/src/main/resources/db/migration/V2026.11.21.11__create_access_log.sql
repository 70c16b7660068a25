-- Who did what, when, to which of our own ids. Each entry holds the hash of the one before it, so that an entry
-- changed, removed or put in between is found. Holds no identifier of a patient.
create table access_log (
    position      bigint       primary key check (position > 0),
    at            timestamptz  not null,
    actor         varchar(120) not null,
    action        varchar(200) not null,
    status        integer      not null,
    subjects      uuid[]       not null,
    previous_hash char(64)     not null,
    hash          char(64)     not null
);
create index access_log_by_time on access_log (at, position);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger access_log_is_append_only before update or delete on access_log
    for each row execute function refuse_change();
create trigger access_log_is_never_emptied before truncate on access_log
    for each statement execute function refuse_change();
