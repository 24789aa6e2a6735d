-- What an organisation keeps refers to its own rows only; that the postal district exists is checked where it is written.
alter table citizen drop constraint citizen_postal_code_fk;
alter table citizen add constraint citizen_postal_code_shape check (near_postal_code ~ '^\d{4}$');
