-- Participants' answers until their evaluation is closed (R122, docs/decisions/anonymous-answers.md). Neither events nor lists: what is here cannot be made
-- again, and has no time, no order and no column in common but the case.
create table ballot_boxes (
    case_id text primary key,
    sealed bigint not null
);

create table ballot_codes (
    case_id text not null,
    code_hash text not null,
    used bigint not null,
    primary key (case_id, code_hash)
) {clustered};

create table ballot_slips (
    case_id text not null,
    slip text not null,
    content bytea not null,
    primary key (case_id, slip)
) {clustered};
