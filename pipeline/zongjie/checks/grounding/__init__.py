"""GR: a draft held against the reports it rests on, and the slots it leaves open."""
