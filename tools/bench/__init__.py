"""What ``make bench-text`` is made of: makers of PDF files, readers of them, and the measure."""
