-- From when each case's times of retention are counted, and of which kinds it still has texts; a list like the others. Filled at the next start with cases from before it was kept. Days are counted from 0001-01-01.
create table retention (
    stream_no {position} primary key,
    format bigint not null,
    ended bigint,
    reported bigint,
    decided bigint,
    kept text not null,
    kinds bigint not null
);
