"""Trains models/encoder on the archive: the way the genre puts a heading over every paragraph."""

from zongjie.training.encoder.train import train_encoder

__all__ = ["train_encoder"]
