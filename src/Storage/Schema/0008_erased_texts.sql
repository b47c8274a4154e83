-- Texts that were erased: a late write that still carries one in its hands must not put it back. Can be made again from the events that tell of erasures, which are what counts.
create table erased_texts (
    stream_no bigint not null,
    commitment bytea not null,
    primary key (stream_no, commitment)
) {clustered};
