"""Plants the faults that the checks look for into clean reports, with a seed; the checks never see it.

``sentences`` adds a sentence that holds the fault, ``changes`` damages what is there.
"""

from zongjie.benchmarks.faults.changes import CHANGES
from zongjie.benchmarks.faults.planted import Planted
from zongjie.benchmarks.faults.planting import plant, planters
from zongjie.benchmarks.faults.sentences import SENTENCES

__all__ = ["CHANGES", "SENTENCES", "Planted", "plant", "planters"]
