"""What is the likeliest: who and whom, whether words name an event, and how sure that is."""
