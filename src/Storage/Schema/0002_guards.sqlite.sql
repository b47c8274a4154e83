create trigger events_are_not_changed before update on events begin
    select raise(abort, 'events are for ever: they are neither changed nor deleted');
end;

create trigger events_are_not_deleted before delete on events begin
    select raise(abort, 'events are for ever: they are neither changed nor deleted');
end;

-- "insert or replace" deletes without asking the trigger above; this one also keeps positions dense
create trigger events_are_added_at_the_end before insert on events
when new.position <> (select coalesce(max(position), 0) + 1 from events)
    or new.stream_version <> (select coalesce(max(stream_version), 0) + 1 from events where stream_no = new.stream_no)
begin
    select raise(abort, 'events are for ever: a new one comes after the last');
end;

create trigger streams_are_not_changed before update on streams begin
    select raise(abort, 'streams are for ever: they are neither changed nor deleted');
end;

create trigger streams_are_not_deleted before delete on streams begin
    select raise(abort, 'streams are for ever: they are neither changed nor deleted');
end;
