"""What plans, guides, drills and registers are; the words of the field, typed. Pure data."""
