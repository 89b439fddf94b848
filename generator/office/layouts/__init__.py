"""Papers whose content is no plain run of blocks, as sections for Word and tables for Excel."""
