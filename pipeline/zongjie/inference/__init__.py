"""Loads and runs the models of models/, in numpy; knows nothing of reports."""
