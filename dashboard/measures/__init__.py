"""Measures: frames in, frames out, each with its source and the conditions under which it holds."""
