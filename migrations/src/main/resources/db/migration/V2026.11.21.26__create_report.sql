-- A weekly report as it was printed, and the numbers behind it. Append-only: late truth makes a new report, it does not
-- change an old one.
create table report (
    id         uuid         primary key,
    model      varchar(64)  not null references model (name),
    week       varchar(8)   not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
    language   varchar(2)   not null check (language in ('fr', 'en')),
    data_cut   timestamptz  not null,      -- truth that became available later is not in it
    content_sha256 char(64) not null,      -- of the numbers: equal numbers are the same report
    sha256     char(64)     not null,      -- of the pdf
    pages      integer      not null check (pages > 0),
    pdf        bytea        not null,
    json       text         not null,
    created_at timestamptz  not null,
    created_by varchar(120) not null,
    unique (model, week, language, content_sha256)
);
create index report_by_model on report (model, created_at desc, id desc);
create trigger append_only before update or delete on report for each row execute function refuse_change();
