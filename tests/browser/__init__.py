"""The site as people meet it, in a real browser; skipped where none is installed."""
