"""Measurements: speed stage by stage and side by side with jieba; reached only from the command line."""
