"""A page to read: a document's text with its claims and events marked in place. It needs no network and no script."""
