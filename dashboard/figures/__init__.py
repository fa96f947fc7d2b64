"""One module a panel: plain numbers in, a plotly figure as a plain dict out.

Plain dicts, not `plotly.graph_objects`: validating a figure costs a hundred times what building it does, and a cached
figure object is validated again on every answer. The tests validate each figure against plotly's own schema instead.
"""
