"""Makes the models of models/ from reports and gold; reached only from the command line."""

from zongjie.training.evaluate import evaluate_themes
from zongjie.training.train import train_themes

__all__ = ["evaluate_themes", "train_themes"]
