"""What each section is for (role) and what it speaks of (theme), with probability."""

from zongjie.classifiers.classify import classify

__all__ = ["classify"]
