-- Whose benefit is whose is asked of many ideas at once, which are wide: their texts need not be read for it.
create index idea_units_idx on idea (id) include (department_id, place_id, category_id);
