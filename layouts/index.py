"""The page's outer HTML."""

from __future__ import annotations

from dashboard.theme import css_tokens

INDEX = """<!doctype html>
<html lang="en" dir="ltr">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Indicators on the eleven groups of recommendations of the 2008 Helsinki expert meeting, compared between countries.">
<title>{%title%}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6' fill='none' stroke='%23005A8C' stroke-width='4'/%3E%3C/svg%3E">
{%css%}
<style>TOKENS</style>
</head>
<body>
<noscript><p>The charts need JavaScript. The data are at <a href="download/catalogue.csv">download/catalogue.csv</a>
and download/data.csv?indicator=KEY.</p></noscript>
{%app_entry%}
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>""".replace("TOKENS", css_tokens())
