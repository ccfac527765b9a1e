"""A language model over the protocol of OpenAI, which many servers speak: theirs, others', and those of one's own."""
