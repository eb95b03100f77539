"""The project file: one DuckDB database that keeps documents, events and reasons, to be merged, searched and asked."""
