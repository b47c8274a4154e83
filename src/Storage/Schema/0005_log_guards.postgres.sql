create trigger leaves_are_for_ever before update or delete or truncate on leaves
    for each statement execute function refuse_change();

create trigger checkpoints_are_for_ever before update or delete or truncate on checkpoints
    for each statement execute function refuse_change();
