"""PU: punctuation and form (GB/T 15834, GB/T 9704)."""
