"""What was learned from annotated news, in forms that can be read: weights of facts, and trees over named numbers."""
