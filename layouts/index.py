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
{%favicon%}
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
