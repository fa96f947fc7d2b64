"""Files that leave the monitor: what is laid out becomes the bytes of a format, each by the library that writes it."""
