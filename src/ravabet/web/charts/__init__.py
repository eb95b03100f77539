"""Charts of the site as SVG: drawn on this side, so that they work without a script, print, and mirror."""
