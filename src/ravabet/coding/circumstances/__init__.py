"""Where an act took place, and how much it was about."""
