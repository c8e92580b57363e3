"""Loads and runs the models of models/, in numpy; knows nothing of reports."""

from zongjie.inference.linear import Field, LinearModel
from zongjie.inference.paths import model_path
from zongjie.inference.store import load_arrays, save_arrays

__all__ = ["Field", "LinearModel", "load_arrays", "model_path", "save_arrays"]
