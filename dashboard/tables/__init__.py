"""What the panels show, as tables that leave the monitor: a row a number, in SDMX's terms where it has some."""
