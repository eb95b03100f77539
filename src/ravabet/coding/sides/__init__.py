"""Who may stand on which side of an act: the candidates, how each stands to it, the outcomes that they allow."""
