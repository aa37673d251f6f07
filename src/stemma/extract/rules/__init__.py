"""The default engine: frames over a parse, offline, with no model but the parser's."""
