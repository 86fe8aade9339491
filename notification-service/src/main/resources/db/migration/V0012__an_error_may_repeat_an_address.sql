COMMENT ON COLUMN delivery.last_error IS 'Why the last attempt failed, in the server''s words, which may repeat the address. Personal data.';
