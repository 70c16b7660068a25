-- Something a person must look at. One open alert per model, kind and subject; what happens to it is in alert_event.
create table alert (
    id         uuid         primary key,
    model      varchar(64)  not null references model (name),
    kind       varchar(24)  not null check (kind in ('DRIFT', 'THRESHOLD', 'INCIDENT')),
    subject    varchar(200) not null,      -- scanner, metric and site, or study pseudonym: what the alert is about
    week       varchar(8)   not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),   -- the week it was opened for
    severity   integer      not null check (severity between 1 and 4),
    title_key  varchar(64)  not null,
    title_args jsonb        not null,
    opened_at  timestamptz  not null,
    state      varchar(16)  not null check (state in ('OPEN', 'ACKNOWLEDGED', 'CLOSED'))
);
create unique index one_open_alert on alert (model, kind, subject) where state <> 'CLOSED';
create index alert_by_model on alert (model, opened_at desc, id desc);

-- Append-only.
create table alert_event (
    id       uuid         primary key,
    alert_id uuid         not null references alert (id),
    kind     varchar(16)  not null check (kind in ('OPENED', 'SEEN_AGAIN', 'ACKNOWLEDGED', 'CLOSED')),
    week     varchar(8)   check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
    detail   jsonb        not null,
    comment  text,                          -- masked before it is stored
    happened_at timestamptz not null,
    happened_by varchar(120) not null
);
create index alert_event_by_alert on alert_event (alert_id, happened_at, id);
create unique index one_event_per_week on alert_event (alert_id, week) where kind in ('OPENED', 'SEEN_AGAIN');
create trigger append_only before update or delete on alert_event for each row execute function refuse_change();

-- Outbox of webhooks: written with the event in one transaction, sent afterwards until it is received.
create table webhook_delivery (
    id              uuid        primary key,
    alert_event_id  uuid        not null references alert_event (id),
    url             text        not null,
    body            text        not null,
    state           varchar(16) not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text,
    delivered_at    timestamptz,
    created_at      timestamptz not null,
    check ((state = 'DELIVERED') = (delivered_at is not null))
);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'PENDING';
