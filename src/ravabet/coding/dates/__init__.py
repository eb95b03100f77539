"""When an act took place: the dates told in a text, what each means, and whose it is."""
