-- The proof log: a leaf for each event (RFC 6962), written with it. All else here can be made again from events and leaves, but for the checkpoints, which are signed,
-- and what others have said of them.
create table leaves (
    position {position} primary key,
    hash bytea not null
);

-- perfect subtrees of 256, 65 536 … leaves
create table log_nodes (
    height bigint not null,
    place bigint not null,
    hash bytea not null,
    primary key (height, place)
) {clustered};

-- which bucket of the map of heads a stream lies in
create table stream_keys (
    stream_no {position} primary key,
    bucket bigint not null,
    key bytea not null
);
create index stream_keys_by_bucket on stream_keys (bucket);

-- where each stream ended at the last checkpoint
create table stream_heads (
    stream_no {position} primary key,
    version bigint not null,
    leaf bytea not null
);

-- the map's lower half: 256 buckets' hashes in each of 256 tiles
create table head_tiles (
    tile bigint primary key,
    hashes bytea not null,
    root bytea not null
);

create table checkpoints (
    size bigint primary key,
    at bigint not null,
    note text not null
);

create table cosignatures (
    size bigint not null,
    name text not null,
    at bigint not null,
    line text not null,
    primary key (size, name, at)
);

-- whose log this is; made once
create table log_origins (
    origin text primary key
);
