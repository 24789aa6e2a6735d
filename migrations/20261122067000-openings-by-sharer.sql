-- "Del en åbning" offers first where one shared last.
create index opening_by_sharer on opening (organisation_id, shared_by, created_at desc) where shared_by is not null;
