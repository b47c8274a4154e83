-- Ids as their bytes: half as long, in the table and in its index.
alter table case_keys alter column key type bytea using decode(key, 'hex');
