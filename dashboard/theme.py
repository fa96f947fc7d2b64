"""Colours and type, in one place. The style sheet takes them as custom properties through `css_tokens()`."""

from __future__ import annotations

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'

INK = "#16202B"
INK_SOFT = "#47525E"
INK_FAINT = "#66717D"
RULE = "#D5DADF"
RULE_SOFT = "#E9ECEF"
PAPER = "#FFFFFF"
SHADE = "#F4F6F8"
ACCENT = "#005A8C"  # links, focus, the chosen thing; 6.9 to 1 on white
SOFT, MIDDLING = 0.11, 0.5  # parts of the accent in its tints: behind a chosen thing, in the mark
NO_DATA = "#E4E7EA"
NO_DATA_LINE = "#B4BBC2"
SEA = "#FFFFFF"
BORDER = "#FFFFFF"

# Even steps of lightness in OKLCH, so the order survives greyscale print and every common colour blindness.
# Judged: pale yellow is the worse end, deep blue the better; the order turns round where lower is better.
JUDGED = ("#EFDE9D", "#B6CA86", "#76B480", "#2F9A83", "#007C84", "#005A7D", "#0B376A")
NEUTRAL = ("#E1DAF0", "#C4BADA", "#A89AC5", "#8D7BB0", "#745D9A", "#5B3F85", "#44206F")

# Round a middle: ochre on one side, blue on the other, each darker the further away; neither is the better one.
BELOW = ("#EBCB9A", "#D6A256", "#AE6E1D", "#77450A")
MIDDLE = "#E2E2D4"
ABOVE = ("#B5D0E6", "#86B1D5", "#4384B5", "#134C79")

# Eight country colours after Okabe and Ito's set, the pale ones darkened until text in them has 4.5 to 1 on white
# or a line in them 3 to 1, and moved until those of one dash stay apart under protanopia and deuteranopia as well.
AREA_COLOURS = ("#0865A7", "#C55208", "#218360", "#993180", "#8A5214", "#403A9D", "#891723", "#3F495F")
AREA_DASHES = ("solid", "solid", "solid", "solid", "dash", "dash", "dash", "dash")

# Groups inside a breakdown are inks and greys told apart by shape: colour is the countries' alone, so that a dot of
# women is never taken for a dot of Kenya.
GROUP_COLOURS = ("#16202B", "#6B7682", "#3B4652", "#67727E", "#2C3844", "#5A6672", "#16202B", "#6B7682")
GROUP_SHAPES = ("circle", "diamond", "square", "triangle-up", "cross", "x", "pentagon", "star")
TOTAL_COLOUR = INK

# What lies over an area: a tile's size in pixels, how it is turned, its marks. Kinds that say why there is no value stand on a
# ground of their own, the others on the class colour.
PATTERNS = {
    "none": (5, "rotate(45)", '<path d="M0 0V5" stroke="#C3C9CF" stroke-width="1.6"/>'),
    "suppressed": (6, "rotate(45)", '<path d="M0 0V6M0 0H6" stroke="#7C8894" stroke-width="1.6"/>'),
    "not-applicable": (6, "", '<circle cx="2" cy="2" r="1" fill="#B4BBC2"/>'),
    "unmet": (6, "rotate(-45)", '<path d="M0 3H6" stroke="#A9917A" stroke-width="1.4"/>'),
    "borrowed": (6, "rotate(45)", '<path d="M0 0V6" stroke="#FFFFFF" stroke-opacity="0.75" stroke-width="2"/>'),
    "estimated": (7, "", '<circle cx="2" cy="2" r="1" fill="#FFFFFF" fill-opacity="0.75"/>'),
    "projected": (6, "", '<path d="M0 3H6" stroke="#FFFFFF" stroke-opacity="0.8" stroke-width="2"/>'),
    "bound": (6, "", '<path d="M3 0V6" stroke="#FFFFFF" stroke-opacity="0.55" stroke-width="1.4"/>'),
}
PATTERN_GROUNDS = {"none": NO_DATA, "suppressed": "#D5DADF", "not-applicable": "#FFFFFF", "unmet": "#F6F1EA"}

REFERENCE = "#47525E"
BAND = "rgba(71, 82, 94, 0.14)"

PLAIN, BOLD = 400, 700  # weights: a <b> in a chart's text becomes a style attribute, which the page's policy refuses
SIZES = {"title": 26, "text": 16, "small": 14, "chart": 14}


def class_colours(count: int, direction: str, middle: int | None = None) -> tuple[str, ...]:
    """The colours of `count` map classes from the lowest class to the highest.

    middle: the class round which the others diverge, None where there is none; it may lie beyond either end.
    direction: `higher` and `lower` take the judged palette, turned so that deep blue is the better end;
    `neutral` takes a palette without a verdict.
    """
    if middle is not None:
        whole = diverging_colours(max(middle, 0), max(count - 1 - middle, 0))
        return whole[:count] if middle >= 0 else whole[-count:]
    palette = NEUTRAL if direction == "neutral" else JUDGED
    if count == 1:
        chosen = (palette[3],)
    else:
        chosen = tuple(palette[round(i * (len(palette) - 1) / (count - 1))] for i in range(count))
    return chosen[::-1] if direction == "lower" else chosen


def diverging_colours(below: int, above: int) -> tuple[str, ...]:
    """The colours of classes round a middle one: `below` of them under it, the furthest first, and `above` over it.

    The nth class from the middle has the same strength on both sides, whatever the number of the others.
    """
    most = max(below, above, 1)
    strength = [0] if most == 1 else [round(i * (len(BELOW) - 1) / (most - 1)) for i in range(most)]
    if most == 1:
        strength = [1]
    return (*(BELOW[strength[i]] for i in reversed(range(below))), MIDDLE, *(ABOVE[strength[i]] for i in range(above)))


def ordered_colours(count: int) -> tuple[str, ...]:
    """Inks for groups with a natural order, light to dark but never too pale for a line."""
    walk = ("#8B95A0", "#7A8591", "#697581", "#586470", "#465360", "#323F4C", "#16202B")
    if count == 1:
        return (walk[-1],)
    return tuple(walk[round(i * (len(walk) - 1) / (count - 1))] if count <= len(walk) else walk[i * len(walk) // count] for i in range(count))


def in_text(colour: str) -> str:
    """The colour where words in it can be read on the page's ground, at 4.5 to 1; else the faint ink. `#rrggbb`."""
    return colour if contrast(colour, PAPER) >= 4.5 else INK_FAINT


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """How much light a colour gives back, from 0 to 1, as WCAG 2 defines it. `#rrggbb`."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tint(colour: str, part: float) -> str:
    """A part of a colour in white, both `#rrggbb`. part: from 0 to 1."""
    return "#" + "".join(f"{round(255 - part * (255 - int(colour[at : at + 2], 16))):02X}" for at in (1, 3, 5))


def css_tokens(accent: str = ACCENT) -> str:
    """A `:root` rule that gives the style sheet the same colours as the figures. accent: of links, focus and buttons."""
    tokens = {
        "ink": INK,
        "ink-soft": INK_SOFT,
        "ink-faint": INK_FAINT,
        "rule": RULE,
        "rule-soft": RULE_SOFT,
        "paper": PAPER,
        "shade": SHADE,
        "accent": accent,
        "accent-soft": tint(accent, SOFT),
        "accent-middle": tint(accent, MIDDLING),
        "count": ACCENT,  # circles of counts: the colours of data do not follow the accent
        "no-data": NO_DATA,
        "no-data-line": NO_DATA_LINE,
        "font": FONT,
        **{f"area-{i}": colour for i, colour in enumerate(AREA_COLOURS)},
    }
    return ":root{" + "".join(f"--{name}:{value};" for name, value in tokens.items()) + "}"
