"""Teaches the cross-encoder again. Needs PyTorch, which nothing else here does: `pip install torch` in a venv."""
