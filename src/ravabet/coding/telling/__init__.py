"""How a thing is told: by whom, and as a fact, a plan, a denial or a claim."""
