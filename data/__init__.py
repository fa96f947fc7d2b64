"""Where the numbers come from: catalogue, importers, build, store, the cached desk. Never sees a page."""
