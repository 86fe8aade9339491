-- Nobody searches in it: it is written, read once and sent. As jsonb it was taken apart and put together again on the way.
ALTER TABLE outbox ALTER COLUMN payload TYPE json;
