-- What came of proving an exercise, for the content that its hash names.
create table certificate (
    exercise    varchar(100) primary key,
    version     varchar(64) not null,
    claims      integer     not null,
    failed      integer     not null,
    details     text        not null,          -- one line per claim that does not hold
    verified_at timestamp with time zone not null
);
