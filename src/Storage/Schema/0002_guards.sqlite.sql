create trigger events_are_not_changed before update on events begin
    select raise(abort, 'events are for ever: they are neither changed nor deleted');
end;

create trigger events_are_not_deleted before delete on events begin
    select raise(abort, 'events are for ever: they are neither changed nor deleted');
end;

-- "insert or replace" deletes without asking the trigger above
create trigger events_are_not_replaced before insert on events
when exists (select 1 from events where position = new.position)
    or exists (select 1 from events where stream_no = new.stream_no and stream_version = new.stream_version)
begin
    select raise(abort, 'events are for ever: they are neither changed nor deleted');
end;

create trigger streams_are_not_changed before update on streams begin
    select raise(abort, 'streams are for ever: they are neither changed nor deleted');
end;

create trigger streams_are_not_deleted before delete on streams begin
    select raise(abort, 'streams are for ever: they are neither changed nor deleted');
end;
