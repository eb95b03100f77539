"""How the words of a sentence hang together: by the words round them, and by the dependencies where there are any."""
