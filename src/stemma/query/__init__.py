"""Questions: what the claims of a store add up to. Nothing here prints, and nothing here writes."""
