"""Doors to other libraries; each file imports the library that it is named for."""
