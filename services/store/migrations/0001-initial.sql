-- Every document of every container. The body is JSON as the program wrote it.
CREATE TABLE documents (
  container TEXT NOT NULL,
  partition TEXT NOT NULL,
  id TEXT NOT NULL,
  etag TEXT NOT NULL,
  expires_at INTEGER, -- epoch milliseconds; NULL: kept until it is removed
  body TEXT NOT NULL,
  PRIMARY KEY (container, partition, id)
) STRICT;

-- For the sweep of what has expired; documents that never do cost nothing here.
CREATE INDEX documents_by_expiry ON documents (expires_at) WHERE expires_at IS NOT NULL;
