"""Direct labels at the ends of lines, pushed apart where they would lie on each other."""

from __future__ import annotations


def spread(positions: list[float], gap: float, low: float, high: float) -> list[float]:
    """Positions moved as little as needed to keep `gap` apart and inside low … high, in the same order.

    Where the span cannot hold them all at that gap they are set evenly over it.
    """
    count = len(positions)
    if count == 0:
        return []
    if (count - 1) * gap >= high - low:
        step = (high - low) / max(count - 1, 1)
        order = sorted(range(count), key=lambda i: positions[i])
        even = {i: low + k * step for k, i in enumerate(order)}
        return [even[i] for i in range(count)]
    order = sorted(range(count), key=lambda i: positions[i])
    placed = [min(max(positions[i], low), high) for i in order]
    for k in range(1, count):
        placed[k] = max(placed[k], placed[k - 1] + gap)
    placed[-1] = min(placed[-1], high)
    for k in range(count - 2, -1, -1):
        placed[k] = min(placed[k], placed[k + 1] - gap)
    moved = dict(zip(order, placed, strict=True))
    return [moved[i] for i in range(count)]
