"""What a generated point says, held against the sentences it names: one subject a module."""
