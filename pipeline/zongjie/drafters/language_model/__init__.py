"""The words of a plan by a language model: it writes, we plan before and verify after.

``writing.written`` takes a composed plan and a ``Generate`` (``endpoint`` or ``local``), asks for
sentences that cite numbered sources, holds every sentence against them, asks once more for what
fails, drops what fails again, and gives a plan of the same contract as the offline engine.
"""
