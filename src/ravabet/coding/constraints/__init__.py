"""What the whole sentence says on who is or is not on a side of an act, a rule or a family of rules a module."""
