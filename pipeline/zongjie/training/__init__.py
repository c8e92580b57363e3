"""Makes the models of models/ from reports and gold; reached only from the command line."""

from zongjie.training.encoder import train_encoder
from zongjie.training.evaluate import evaluate_themes
from zongjie.training.heads import train_heads
from zongjie.training.side_by_side import evaluate_engines
from zongjie.training.train import train_themes

__all__ = ["evaluate_engines", "evaluate_themes", "train_encoder", "train_heads", "train_themes"]
