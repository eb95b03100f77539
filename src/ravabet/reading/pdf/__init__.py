"""PDF files to text in reading order, read off the places of the glyphs on each page."""

from ravabet.reading.pdf.read import PdfText, read_pdf

__all__ = ["PdfText", "read_pdf"]
