"""Who is spoken of: names, titles, peoples and what stands for them, each with its codes."""
