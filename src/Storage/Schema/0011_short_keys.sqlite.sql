-- Ids as their bytes: half as long.
create table short_keys (
    key bytea not null,
    stream_no bigint not null,
    primary key (key, stream_no)
) without rowid;

insert into short_keys (key, stream_no) select unhex(key), stream_no from case_keys;

drop table case_keys;

alter table short_keys rename to case_keys;
