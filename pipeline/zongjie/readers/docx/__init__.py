"""Word documents."""

from zongjie.readers.docx.document import read_docx

__all__ = ["read_docx"]
