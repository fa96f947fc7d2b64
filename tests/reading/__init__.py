"""Reads files by the letter of their formats, without the libraries that wrote them."""
