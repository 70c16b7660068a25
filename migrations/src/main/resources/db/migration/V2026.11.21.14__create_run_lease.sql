-- Which runner was given which cases. Kept after the lease is over: results sent twice are recognised by it.
create table run_lease (
    id        uuid         primary key,
    run_id    uuid         not null references run (id),
    runner    varchar(120) not null,
    device    varchar(120) not null,
    studies   uuid[]       not null,
    leased_at timestamptz  not null
);
create index run_lease_by_run on run_lease (run_id);
