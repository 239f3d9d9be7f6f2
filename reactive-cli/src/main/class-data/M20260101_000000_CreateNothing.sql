-- up
create table nothing (id int primary key);
-- down
drop table nothing;
