"""Full text: an index of letters beside the database, rebuilt from it at will."""
