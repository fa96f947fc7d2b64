"""What stands on paper: panels laid out in millimetres, with all that a file must say of itself. No bytes are written here."""
