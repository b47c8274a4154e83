create trigger leaves_are_not_changed before update on leaves begin
    select raise(abort, 'leaves are for ever: they are neither changed nor deleted');
end;

create trigger leaves_are_not_deleted before delete on leaves begin
    select raise(abort, 'leaves are for ever: they are neither changed nor deleted');
end;

create trigger checkpoints_are_not_changed before update on checkpoints begin
    select raise(abort, 'checkpoints are for ever: they are neither changed nor deleted');
end;

create trigger checkpoints_are_not_deleted before delete on checkpoints begin
    select raise(abort, 'checkpoints are for ever: they are neither changed nor deleted');
end;
