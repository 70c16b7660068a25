-- Evidence is added to, never changed: a correction is a new row.
create trigger prediction_is_append_only before update or delete on prediction
    for each row execute function refuse_change();
create trigger truth_is_append_only before update or delete on truth
    for each row execute function refuse_change();
create trigger flag_is_append_only before update or delete on flag
    for each row execute function refuse_change();
create trigger intake_refusal_is_append_only before update or delete on intake_refusal
    for each row execute function refuse_change();
create trigger model_version_is_append_only before update or delete on model_version
    for each row execute function refuse_change();
