create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% are for ever: they are neither changed nor deleted', tg_table_name;
end $$;

create trigger events_are_for_ever before update or delete or truncate on events
    for each statement execute function refuse_change();

create trigger streams_are_for_ever before update or delete or truncate on streams
    for each statement execute function refuse_change();
