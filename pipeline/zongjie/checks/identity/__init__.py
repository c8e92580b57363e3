"""ID: whose report is this — level, place, bodies, sessions."""
