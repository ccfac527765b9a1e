"""What is meant to do harm: links that lead inside, names that resolve there, answers that are too much."""
