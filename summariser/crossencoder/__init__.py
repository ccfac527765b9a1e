"""A small transformer that reads two texts together, and what it has learnt to judge of them."""
