"""Where cues stand: the words by which writers give reasons."""
