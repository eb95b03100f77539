"""How made-up input is tried: the same examples at every run, so that a change alone can break a test.

``make fuzz`` tries new ones (``RAVABET_EXAMPLES=new``); what it finds becomes a test of its own.
"""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("RAVABET_EXAMPLES", "same"))
