"""Measures: grids or frames in, arrays, lists or frames out, each with its source and the conditions under which it holds."""
