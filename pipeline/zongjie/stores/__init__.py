"""Keeps many analyses: Parquet parts written whole or not at all, and one DuckDB file made from them."""
