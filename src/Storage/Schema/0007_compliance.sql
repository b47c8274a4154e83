-- What each case brings into its units' compliance report; a list like the others. Filled at the next start with cases from before it was kept. Days are counted from 0001-01-01.
create table compliance (
    stream_no {position} primary key,
    format bigint not null,
    registered bigint not null,
    ended bigint,
    grad text not null,
    g1 text not null,
    g2 text not null,
    g3 text not null,
    g4 text not null,
    held bigint not null,
    invalid bigint not null,
    unsettled bigint not null,
    deviations bigint not null,
    raised bigint not null,
    agreed bigint not null,
    withdrawn bigint not null,
    dissent bigint not null,
    stopped bigint not null
);
