"""Which cues are meant and which way to cut is right: conditions, and models that can be read."""
