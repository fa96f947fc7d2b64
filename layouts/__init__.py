"""What is on the page. Gets a catalogue, never fetches."""
