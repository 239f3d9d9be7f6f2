-- up
create table notes (
    id bigint generated always as identity primary key,
    body text not null,
    written_at timestamptz not null default now()
);
-- down
drop table notes;
