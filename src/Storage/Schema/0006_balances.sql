-- What ended cases bring into their units' participation balance; a list like the others. Filled at the next start with cases that ended before it was kept.
create table balances (
    stream_no {position} primary key,
    format bigint not null,
    figures text not null
);
