"""Where documents and claims are kept: append-only, and written whole or not at all."""
