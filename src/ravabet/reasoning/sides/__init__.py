"""Every way to cut cause and effect round a cue: where a side may begin and end."""
