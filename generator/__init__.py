"""The handbook generator: YAML descriptions of emergency plans in, static sites out."""
