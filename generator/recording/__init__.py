"""Records of drills: written to be filled in, and taken back from the forms evaluators filled."""
