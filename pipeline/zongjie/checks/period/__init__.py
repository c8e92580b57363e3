"""TM: period, tense, impossible dates."""
