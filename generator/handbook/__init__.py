"""All records, references resolved, and the views derived from them."""
