"""The rules of `dashboard.check`, one module for each thing that can be wrong."""
