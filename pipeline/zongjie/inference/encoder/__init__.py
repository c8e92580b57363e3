"""A small BERT-like encoder of our own (models/encoder); torch is imported when it is first loaded."""

from zongjie.inference.encoder.encoder import Encoder, shipped
from zongjie.inference.encoder.vocabulary import Vocabulary

__all__ = ["Encoder", "Vocabulary", "shipped"]
