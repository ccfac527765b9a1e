"""What a language model is told, a module for each thing it is asked to do: rules, material, the shape of the answer.

A change to any of them is a new ``VERSION``, so that nothing made by an older one is taken for its own.
"""
