-- Words in braces are what the two databases call differently; see SqliteDatabase.cs and PostgresDatabase.cs.
-- Times are UTC in units of 100 ns since year 1, exact on both. Only streams, events, texts, idempotency, case_numbers and contents hold
-- what cannot be made again; all other tables are lists, emptied and filled again from the events at will.

create table streams (
    stream_no {position} primary key,
    name text not null unique
);

create table events (
    position {position} primary key,
    stream_no bigint not null,
    stream_version bigint not null,
    name text not null,
    body bytea not null,
    unique (stream_no, stream_version)
);

create table texts (
    stream_no bigint not null,
    commitment bytea not null,
    field text not null,
    salt bytea not null,
    value bytea not null,
    primary key (stream_no, commitment)
) {clustered};

create table idempotency (
    key text not null,
    person text not null,
    request_hash text not null,
    response text not null,
    at bigint not null,
    primary key (key, person)
) {clustered};

create table case_numbers (
    year bigint primary key,
    latest bigint not null
);

create table contents (
    sha256 text primary key,
    content bytea not null
);

create table cases (
    stream_no {position} primary key,
    number text not null,
    title bytea not null,
    lms_unit text not null,
    owners text not null,
    koordinator text not null,
    phase text not null,
    standing text not null,
    version bigint not null,
    waiting_for text not null,
    next_due bigint,
    changed_at bigint not null,
    members text not null
);
create index cases_by_phase on cases (phase, stream_no);

create table case_keys (
    key text not null,
    stream_no bigint not null,
    primary key (key, stream_no)
) {clustered};

create table inbox (
    stream_no bigint not null,
    item bigint not null,
    person text not null,
    element_id text not null,
    kind text not null,
    role text not null,
    due bigint,
    opened bigint not null,
    primary key (person, stream_no, item)
) {clustered};

create table due_timers (
    stream_no bigint not null,
    timer text not null,
    due_at bigint not null,
    held_until bigint,
    primary key (due_at, stream_no, timer)
) {clustered};

create table stuck (
    stream_no bigint not null,
    item bigint not null,
    element_id text not null,
    since bigint not null,
    reasons text not null,
    primary key (stream_no, item, element_id)
) {clustered};

create table tilbud (
    stream_no bigint not null,
    tilbud text not null,
    case_id text not null,
    title bytea not null,
    lms_unit text not null,
    type text not null,
    standing text not null,
    since bigint not null,
    primary key (stream_no, tilbud, case_id)
) {clustered};
